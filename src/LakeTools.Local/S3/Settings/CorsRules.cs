using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// The rules by which web pages of other origins may use a bucket: checked and returned. The port takes no page's requests.
/// </summary>
internal static class CorsRules
{
    private const int MaxRules = 100;

    private static readonly string[] s_methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    /// <summary>Throws for rules that S3 does not take; gives their record.</summary>
    public static string Check(XmlBody body)
    {
        var rules = body.Children("CORSRule").ToList();
        if (rules.Count is 0 or > MaxRules) throw S3Error.MalformedXml();
        foreach (var rule in rules)
        {
            var methods = rule.Children("AllowedMethod").ToList();
            if (methods.Count == 0 || !rule.Children("AllowedOrigin").Any()) throw S3Error.MalformedXml();
            if (methods.FirstOrDefault(method => !s_methods.Contains(method.Value)) is { } unknown)
                throw S3Error.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {unknown.Value}");
            CheckStars(rule, "AllowedOrigin");
            CheckStars(rule, "AllowedHeader");
        }

        return body.ToRecord();
    }

    private static void CheckStars(XmlBody rule, string element)
    {
        if (rule.Children(element).FirstOrDefault(item => item.Value.Count(character => character == '*') > 1) is { } twice)
            throw S3Error.InvalidRequest($"{element} \"{twice.Value}\" can not have more than one wildcard.");
    }
}
