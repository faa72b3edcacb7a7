using System.Text.RegularExpressions;

namespace Harvis.Generation.Tests.Yaml;

/// <summary>What a bare scalar means, by the tables of YAML 1.1 (https://yaml.org/type/) and of the core schema of YAML 1.2 (section 10.3.2).</summary>
static partial class YamlMeaning
{
    public static string In11(string bare) =>
        Null11().IsMatch(bare) ? "null"
        : Bool11().IsMatch(bare) ? "bool"
        : Int11().IsMatch(bare) ? "int"
        : Float11().IsMatch(bare) ? "float"
        : Timestamp11().IsMatch(bare) ? "timestamp"
        : bare is "<<" ? "merge"
        : bare is "=" ? "value"
        : "str";

    public static string In12(string bare) =>
        Null12().IsMatch(bare) ? "null"
        : Bool12().IsMatch(bare) ? "bool"
        : Int12().IsMatch(bare) ? "int"
        : Float12().IsMatch(bare) ? "float"
        : "str";

    [GeneratedRegex(@"\A(~|null|Null|NULL|)\z")]
    private static partial Regex Null11();

    [GeneratedRegex(@"\A(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\z")]
    private static partial Regex Bool11();

    [GeneratedRegex(@"\A([-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+)\z")]
    private static partial Regex Int11();

    [GeneratedRegex(@"\A([-+]?([0-9][0-9_]*)?\.[0-9.]*([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Float11();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?\z")]
    private static partial Regex Timestamp11();

    [GeneratedRegex(@"\A(null|Null|NULL|~|)\z")]
    private static partial Regex Null12();

    [GeneratedRegex(@"\A(true|True|TRUE|false|False|FALSE)\z")]
    private static partial Regex Bool12();

    [GeneratedRegex(@"\A([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z")]
    private static partial Regex Int12();

    [GeneratedRegex(@"\A([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)\z")]
    private static partial Regex Float12();
}
