using System.Text.Json.Serialization;

namespace Harvis.Build;

[JsonSerializable(typeof(string))]
sealed partial class BuildJson : JsonSerializerContext;
