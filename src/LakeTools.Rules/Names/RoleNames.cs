using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>Roles as people name them: a name, <c>role/name</c> or an ARN; and the ARNs of managed policies.</summary>
public static partial class RoleNames
{
    /// <summary>The name within what was typed; wildcards stay.</summary>
    /// <param name="text">A name, <c>role/name</c> or an ARN.</param>
    /// <returns>The name without a path.</returns>
    public static string Of(string text) =>
        RoleArn().IsMatch(text) || text.StartsWith("role/", StringComparison.Ordinal) ? text[(text.LastIndexOf('/') + 1)..] : text;

    /// <summary>Refuses what IAM takes for no name of a role (API reference, CreateRole).</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="LakeException"><c>InvalidRoleName</c>.</exception>
    public static void Check(string name)
    {
        if (!Name().IsMatch(name))
            throw Fault.InvalidRoleName(name);
    }

    /// <summary>Refuses what IAM takes for no path of a role (API reference, CreateRole).</summary>
    /// <param name="role">The role.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="LakeException"><c>InvalidRolePath</c>.</exception>
    public static void CheckPath(string role, string path)
    {
        if (!Path().IsMatch(path))
            throw Fault.InvalidRolePath(role, path);
    }

    /// <summary>Refuses what is no ARN of a managed policy.</summary>
    /// <param name="arn">The ARN.</param>
    /// <exception cref="LakeException"><c>InvalidPolicyArn</c>.</exception>
    public static void CheckPolicy(string arn)
    {
        if (!PolicyArn().IsMatch(arn))
            throw Fault.InvalidPolicyArn(arn);
    }

    [GeneratedRegex(@"\A[\w+=,.@-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A/(?:[\x21-\x7E]{1,510}/)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::[0-9]{12}:role/", RegexOptions.CultureInvariant)]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?:aws|[0-9]{12}):policy/(?:[\x21-\x7E]*/)?[\w+=,.@-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyArn();
}
