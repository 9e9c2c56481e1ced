using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>GetRandomPassword: by default 32 characters with at least one of each kind.</summary>
internal static class RandomPassword
{
    private const int DefaultLength = 32;
    private const string Lowercase = "abcdefghijklmnopqrstuvwxyz";
    private const string Uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static JsonObject Get(ApiCall call) => new() { ["RandomPassword"] = Make(call.Input) };

    /// <summary>Makes a password.</summary>
    /// <param name="input">The members of GetRandomPassword's request.</param>
    public static string Make(JsonObject input)
    {
        var excluded = input.Text("ExcludeCharacters") ?? "";
        var kinds = new (bool Excluded, string Characters)[]
        {
            (input.Flag("ExcludeLowercase"), Lowercase),
            (input.Flag("ExcludeUppercase"), Uppercase),
            (input.Flag("ExcludeNumbers"), Digits),
            (input.Flag("ExcludePunctuation"), Punctuation),
            (!input.Flag("IncludeSpace"), " "),
        };
        var alphabets = kinds.Where(kind => !kind.Excluded)
            .Select(kind => new string(kind.Characters.Where(character => !excluded.Contains(character)).ToArray()))
            .Where(alphabet => alphabet.Length > 0)
            .ToList();
        var length = (int)(input.Number("PasswordLength") ?? DefaultLength);
        if (alphabets.Count == 0) throw SecretErrors.InvalidParameter("There are no characters left to generate the password from.");
        var requireEach = input["RequireEachIncludedType"] is null || input.Flag("RequireEachIncludedType");
        if (requireEach && length < alphabets.Count)
            throw SecretErrors.InvalidParameter($"Password length {length} is too short based on the required types.");

        var all = string.Concat(alphabets);
        var required = requireEach ? alphabets.Select(alphabet => RandomNumberGenerator.GetString(alphabet, 1)) : [];
        var password = (string.Concat(required) + RandomNumberGenerator.GetString(all, length))[..length].ToCharArray();
        RandomNumberGenerator.Shuffle<char>(password);
        return new string(password);
    }
}
