using System.Management.Automation;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Reads a credential from a JSON secret, with any of the usual names of its keys.</summary>
internal static class SecretCredential
{
    private static readonly string[] s_userKeys =
        ["username", "user", "user_name", "userName", "login", "access_key", "accessKey", "AccessKeyId"];
    private static readonly string[] s_passwordKeys = ["password", "pass", "pwd", "secret_key", "secretKey", "SecretAccessKey"];

    /// <summary>Makes the credential.</summary>
    /// <exception cref="LakeException"><c>SecretHasNoCredential</c>, <c>SecretKeyAmbiguous</c>.</exception>
    public static PSCredential From(LakeSecret secret)
    {
        // PowerShell has no credential without a user name; its password may be empty.
        var user = Find(secret, s_userKeys, key => secret.GetKeyText(key).Length > 0);
        var password = Find(secret, s_passwordKeys, _ => true);
        if (user is not null && password is not null) return new PSCredential(secret.GetKeyText(user), secret.GetKey(password));
        throw Fault.SecretHasNoCredential(
            secret.Name,
            s_userKeys[0],
            s_passwordKeys[0],
            secret.Key.Count == 0 ? "none, because it is not a JSON object" : string.Join(", ", secret.Key));
    }

    private static string? Find(LakeSecret secret, string[] names, Func<string, bool> isUsable) =>
        names.Select(name => SecretKeys.Find(secret, name)).FirstOrDefault(key => key is not null && !secret.IsNull(key) && isUsable(key));
}
