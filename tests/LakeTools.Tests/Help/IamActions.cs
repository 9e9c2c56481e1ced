namespace LakeTools.Tests.Help;

/// <summary>The IAM actions that a caller needs for a call: the operation's name, or what iam-actions.txt says instead.</summary>
internal static class IamActions
{
    private static readonly Dictionary<string, string> s_prefixes = new()
    {
        ["CloudWatch Logs"] = "logs",
        ["EC2"] = "ec2",
        ["Glue"] = "glue",
        ["IAM"] = "iam",
        ["LakeFormation"] = "lakeformation",
        ["RAM"] = "ram",
        ["S3"] = "s3",
        ["STS"] = "sts",
        ["Secrets Manager"] = "secretsmanager",
        ["Athena"] = "athena",
        ["CloudTrail"] = "cloudtrail",
    };

    private static readonly Dictionary<string, string[]> s_exceptions = File
        .ReadLines(Path.Combine(Repository.Root, "tests/LakeTools.Tests/Help/iam-actions.txt"))
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToDictionary(words => $"{words[0].Replace('_', ' ')} {words[1]}", words => words[2..]);

    /// <summary>The actions of a call.</summary>
    /// <param name="call">The service's id and the operation, such as 'Secrets Manager GetSecretValue'.</param>
    public static IReadOnlyList<string> Of(string call)
    {
        if (s_exceptions.TryGetValue(call, out var actions)) return actions;
        var space = call.LastIndexOf(' ');
        return [$"{s_prefixes[call[..space]]}:{call[(space + 1)..]}"];
    }
}
