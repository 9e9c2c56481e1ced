using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>The permitted values of a lake's settings.</summary>
/// <remarks>
/// CROSS_ACCOUNT_VERSION: developer guide, updating cross-account data sharing version settings. SET_CONTEXT and SET_SOURCE_IDENTITY: what
/// the service lists of an account; that they take TRUE and FALSE alone is not documented. Other parameters are the service's to judge.
/// </remarks>
public static class SettingRules
{
    private static readonly string[] s_truth = ["TRUE", "FALSE"];

    private static readonly Dictionary<string, string[]> s_values = new(StringComparer.Ordinal)
    {
        ["CROSS_ACCOUNT_VERSION"] = ["1", "2", "3", "4", "5"],
        ["SET_CONTEXT"] = s_truth,
        ["SET_SOURCE_IDENTITY"] = s_truth,
    };

    /// <summary>Says what is wrong with a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The error; null if nothing is wrong, as far as is known.</returns>
    public static LakeException? Problem(string name, string value)
    {
        if (Spelling.Nearest(name, s_values.Keys) is not { } exact) return null;
        var values = s_values[exact];
        return name == exact && values.Contains(value) ? null
            : Fault.SettingParameterInvalid(name, value, exact, string.Join(", ", values));
    }
}
