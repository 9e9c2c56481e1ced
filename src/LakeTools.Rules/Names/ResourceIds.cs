using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>Ids of EC2's things: a prefix, and 8 or 17 hexadecimal digits (EC2 user guide, 'Resource IDs').</summary>
public static partial class ResourceIds
{
    /// <summary>Refuses what is no id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="prefix">The prefix of the id: vpc, subnet, sg, rtb or vpce.</param>
    /// <exception cref="LakeException"><c>InvalidResourceId</c>.</exception>
    public static void Check(string id, string prefix)
    {
        if (id.StartsWith(prefix + "-", StringComparison.Ordinal) && Digits().IsMatch(id[(prefix.Length + 1)..])) return;
        throw Fault.InvalidResourceId(id, Noun(prefix), prefix);
    }

    private static string Noun(string prefix) => prefix switch
    {
        "vpc" => "a VPC",
        "subnet" => "a subnet",
        "sg" => "a security group",
        "rtb" => "a route table",
        _ => "a VPC endpoint",
    };

    [GeneratedRegex(@"\A(?:[0-9a-f]{8}|[0-9a-f]{17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
