using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using LakeTools.Cmdlets.Secrets;
using LakeTools.Core.Jobs.Properties;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Makes a job's arguments of hashtables.</summary>
internal static class ArgumentTable
{
    /// <summary>Plain arguments. A SecureString or a whole secret is refused, because it would be readable in the run.</summary>
    /// <exception cref="LakeException"><c>SecretInArgument</c>, <c>InvalidJobArgument</c>.</exception>
    public static Dictionary<string, string> Plain(IDictionary? table, bool allowPlaintextSecret) =>
        JobArguments.WithDashes(Pairs(table, (name, value) => value switch
        {
            SecureString or LakeSecret or PSCredential when !allowPlaintextSecret => throw JobArguments.SecretIn(name),
            SecureString secure => SecretValue.TextOf(secure),
            LakeSecret secret => secret.GetPlainText(),
            _ => TextOf(name, value),
        }));

    /// <summary>Plain arguments of which a null removes one.</summary>
    /// <exception cref="LakeException"><c>SecretInArgument</c>, <c>InvalidJobArgument</c>.</exception>
    public static Dictionary<string, string?> Changes(IDictionary table, bool allowPlaintextSecret)
    {
        var gone = table.Cast<DictionaryEntry>().Where(entry => entry.Value is null).Select(entry => JobArguments.WithDashes(
            [KeyValuePair.Create(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", "")]).Keys.Single())
                .ToHashSet(StringComparer.Ordinal);
        return Plain(table, allowPlaintextSecret)
            .ToDictionary(argument => argument.Key, argument => gone.Contains(argument.Key) ? null : argument.Value);
    }

    /// <summary>Arguments that name secrets: text, or what Get-LakeSecret and Get-LakeSecretInfo emit.</summary>
    /// <exception cref="LakeException"><c>InvalidJobArgument</c>.</exception>
    public static Dictionary<string, string> References(IDictionary? table) =>
        JobArguments.WithDashes(Pairs(table, (name, value) => value switch
        {
            LakeSecret secret => secret.Arn,
            LakeSecretInfo secret => secret.Arn,
            SecureString => throw JobArguments.SecretIn(name),
            _ => TextOf(name, value),
        }));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IDictionary? table, Func<string, object?, string> textOf)
    {
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            yield return KeyValuePair.Create(name, textOf(name, PSValue.Of(entry.Value)));
        }
    }

    private static string TextOf(string name, object? value) => value is null ? "" : StringMap.TextOf(value)
        ?? throw Fault.InvalidJobArgument(name, "a value must be one text, number or date; "
            + "convert a list or hashtable with ConvertTo-Json");
}
