namespace Harvis.Engine.Tests.Parameters;

enum Colour
{
    Red,
    Green,
}
