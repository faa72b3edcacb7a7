using System.Text.Json.Serialization;

namespace Harvis.Engine.Tests.Caching;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
sealed partial class TestJson : JsonSerializerContext;
