using System.Text.RegularExpressions;
using LakeTools.Local.Wire.Models;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Architecture;

/// <summary>
/// A member of a request that no code of its service names is dropped without a word. Each is named there, or stands here with the
/// reason why it makes no difference. tests/Peers/test_members.py sends those of what is kept, however deep, and reads them again.
/// </summary>
public sealed partial class RequestMemberTests
{
    private const string Audit = "is written to a log of AWS's that the lake has not";
    private const string Audited = "is written to the event of the credentials, with the whole of the request";
    private const string Governed = "is about governed tables, which AWS has ended and the lake has not";
    private const string Query = "describes the query of an engine, for views that AWS plans";
    private const string Kept = "is kept with the whole of the definition";
    private const string Refused = "the operation is refused for every table";

    /// <summary>Where the code of a service lies, beside its folder.</summary>
    private static readonly Dictionary<string, string[]> s_folders = new(StringComparer.Ordinal)
    {
        ["glue"] = ["Glue", "Crawls", "Wire"],
        ["secretsmanager"] = ["SecretsManager", "Wire"],
        ["lakeformation"] = ["LakeFormation", "Wire"],
        ["iam"] = ["Iam", "Wire"],
        ["sts"] = ["Sts", "Wire"],
        ["logs"] = ["Logs", "Wire"],
        ["cloudtrail"] = ["CloudTrail", "Wire"],
        ["athena"] = ["Athena", "Wire"],
        ["ec2"] = ["Ec2", "Wire"],
        ["ram"] = ["Ram", "Wire"],
    };

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["glue AuditContext"] = Audit,
        ["glue QuerySessionContext"] = Query,
        ["glue SupportedDialect"] = Query,
        ["glue ParentResourceArn"] = Query,
        ["glue RootResourceArn"] = Query,
        ["glue QueryAsOfTime"] = Governed,
        ["glue IncludeStatusDetails"] = "asks for the state of a view's change, of which there is none",
        ["glue TransactionId"] = Governed,
        ["glue SchemaDiffType"] = "has one value",
        ["glue Force"] = "lets a view be other than its tables; nothing is compared",
        ["glue ViewUpdateAction"] = "says how a view's dialect changes; views are kept as they are given",
        ["glue EnableHybrid"] = "lets a policy stand beside grants of AWS RAM, as it does here",
        ["glue PredecessorsIncluded"] = "no run has a predecessor: conditions start nothing",
        ["glue Recursive"] = "catalogs that are made hold no others",
        ["glue CodeGenConfigurationNodes"] = Kept,
        ["glue Connections"] = Kept,
        ["glue DefaultArguments"] = Kept,
        ["glue NonOverridableArguments"] = Kept,
        ["glue LogUri"] = Kept,
        ["glue SourceControlDetails"] = Kept,
        ["glue Configuration"] = Kept,
        ["glue CrawlerSecurityConfiguration"] = Kept,
        ["secretsmanager RotationToken"] = "says whose rotation a call is part of; IAM allows every call",
        ["lakeformation AuditContext"] = Audited,
        ["lakeformation QuerySessionContext"] = Audited,
        ["lakeformation QueryAsOfTime"] = Governed,
        ["lakeformation PartitionPredicate"] = Refused,
        ["lakeformation Objects"] = Refused,
        ["lakeformation WriteOperations"] = Refused,
        ["lakeformation StorageOptimizerConfig"] = Refused,
        ["lakeformation StorageOptimizerType"] = Refused,
        ["lakeformation TransactionType"] = "nothing is written under a transaction, and no operation tells its type",
        ["sts SerialNumber"] = "codes of MFA are not looked at: every principal may assume every role",
        ["sts EncodedMessage"] = "no message was ever encoded: the operation is refused",
        ["logs sequenceToken"] = "AWS takes any, and looks at none (API reference, PutLogEvents)",
        ["logs interleaved"] = "AWS ignores it (API reference, FilterLogEvents)",
        ["logs unmask"] = "nothing is masked",
        ["logs entity"] = "names what AWS shows beside logs in other services",
        ["logs accountIdentifiers"] = "groups of other accounts are not linked here",
        ["logs includeLinkedAccounts"] = "groups of other accounts are not linked here",
    };

    [Fact]
    public void Every_member_of_a_request_is_named_or_has_a_reason()
    {
        var unnamed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (service, folders) in s_folders)
        {
            var words = folders
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "LakeTools.Local", folder), "*.cs",
                    SearchOption.AllDirectories))
                .SelectMany(file => Literal().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups[1].Value)
                .ToHashSet(StringComparer.Ordinal);
            var operations = ServiceModel.For(service).Operations;
            unnamed.UnionWith(AnsweredOperations.ByService()[service]
                .SelectMany(operation => operations[operation].Members.Keys)
                .Where(member => !words.Contains(member))
                .Select(member => $"{service} {member}"));
        }

        // A reason for what is acted on is none.
        Assert.Equal(s_reasons.Keys.Order(StringComparer.Ordinal), unnamed);
    }

    [GeneratedRegex("\"([A-Za-z0-9]+)\"")]
    private static partial Regex Literal();
}
