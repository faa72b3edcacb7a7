namespace Harvis.Integration.Pipeline;

enum Care
{
    Normal,
    High,
}
