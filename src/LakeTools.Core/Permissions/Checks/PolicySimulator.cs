using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>Asks IAM what the policies of a role or a user allow.</summary>
/// <param name="connection">The lake.</param>
internal sealed class PolicySimulator(LakeConnection connection)
{
    private const string Right = "iam:SimulatePrincipalPolicy";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string?> _regions = new(StringComparer.Ordinal); // of buckets; null where it is not known

    /// <summary>Checks that everything is allowed.</summary>
    /// <param name="name">The check.</param>
    /// <param name="principal">The ARN of a role or a user of the caller's account.</param>
    /// <param name="questions">The actions it needs.</param>
    /// <param name="source">The page that documents it.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<CheckResult> CheckAsync(AccessCheckName name, string principal, IReadOnlyList<PolicyQuestion> questions,
        string source, CancellationToken cancellationToken)
    {
        var answers = new List<PolicyAnswer>();
        try
        {
            foreach (var question in questions)
                answers.AddRange(await AskAsync(principal, question, cancellationToken).ConfigureAwait(false));
        }
        catch (NoSuchEntityException)
        {
            return CheckResult.Unknown(name, $"{principal} does not exist in IAM, so its policies cannot be evaluated.", source);
        }
        catch (AmazonServiceException error) when (SdkErrors.IsDenied(error))
        {
            return CheckResult.Unseen(name, $"what the policies of {principal} allow", Right, source);
        }
        catch (AmazonIdentityManagementServiceException error)
            when (error is PolicyEvaluationException or InvalidInputException)
        {
            return CheckResult.Unknown(name, $"IAM could not evaluate the policies of {principal}: {error.Message}", source);
        }

        // What is refused for certain fails, whatever the rest depends on.
        if (answers.FindAll(answer => !answer.IsAllowed && !answer.IsOpen) is { Count: > 0 } refused)
            return Refusal(name, principal, questions, refused, source);
        if (answers.FindAll(answer => answer.IsOpen) is { Count: > 0 } open) return Open(name, principal, open, source);
        var actions = string.Join(", ", questions.SelectMany(question => question.Actions).Distinct());
        return CheckResult.Passed(name, $"IAM allows {principal} {actions}.", source);
    }

    private static CheckResult Refusal(AccessCheckName name, string principal, IReadOnlyList<PolicyQuestion> questions,
        List<PolicyAnswer> refused, string source)
    {
        var what = What(refused);
        if (refused.Exists(answer => answer.Decision == PolicyEvaluationDecisionType.ExplicitDeny))
            return CheckResult.Failed(name, $"A policy denies {principal} {what}. What a policy denies, no other policy allows.", source);
        return refused.Exists(answer => answer.IsWithinBoundary == false)
            ? CheckResult.Failed(name, $"The permissions boundary of {principal} does not allow {what}.", source)
            : CheckResult.Failed(name, $"IAM does not allow {principal} {what}.", source, Command(name, principal, questions));
    }

    private static CheckResult Open(AccessCheckName name, string principal, List<PolicyAnswer> open, string source)
    {
        var keys = open.SelectMany(answer => answer.Missing).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return CheckResult.Unknown(name, keys.Count > 0
            ? $"Whether IAM allows {principal} {What(open)} can depend on {string.Join(", ", keys)} of the request, which is not known."
            : $"A service control policy of the organization does not allow {principal} {What(open)}, unless it has a condition that "
                + "the request meets: IAM does not return the condition keys of service control policies.", source);
    }

    private static string What(List<PolicyAnswer> answers) => string.Join(", ", answers.Select(answer => answer.What).Distinct());

    private async Task<List<PolicyAnswer>> AskAsync(string principal, PolicyQuestion question, CancellationToken cancellationToken)
    {
        var region = question.Bucket is { } bucket ? await RegionAsync(bucket, cancellationToken).ConfigureAwait(false)
            : PolicyContext.RegionOf(question) ?? connection.Region;
        var context = new PolicyContext(principal, question, region);
        var request = new SimulatePrincipalPolicyRequest
        {
            PolicySourceArn = principal,
            ActionNames = [.. question.Actions],
            ResourceArns = [.. question.Resources],
            ContextEntries = context.Known,
        };
        var answers = new List<PolicyAnswer>();
        await foreach (var result in connection.Clients.Iam.Paginators.SimulatePrincipalPolicy(request).EvaluationResults
            .WithCancellation(cancellationToken).ConfigureAwait(false)) answers.AddRange(PolicyAnswer.Of(result, context.MayHave));
        return answers;
    }

    // A request to S3 is made in the Region of the bucket, which may be another one than that of the catalog.
    private async Task<string?> RegionAsync(string bucket, CancellationToken cancellationToken)
    {
        if (_regions.TryGetValue(bucket, out var known)) return known;
        try
        {
            var answer = await connection.Clients.S3.GetBucketLocationAsync(
                new GetBucketLocationRequest { BucketName = bucket }, cancellationToken).ConfigureAwait(false);
            // The oldest Regions have other names there (API reference, GetBucketLocation).
            return _regions[bucket] = answer.Location?.Value switch
            {
                null or "" => "us-east-1",
                "EU" => "eu-west-1",
                var region => region,
            };
        }
        catch (AmazonS3Exception)
        {
            return _regions[bucket] = null; // then what depends on it stays unknown
        }
    }

    /// <summary>A command that adds what is missing as a new inline policy. It does not change other policies.</summary>
    private static string Command(AccessCheckName name, string principal, IReadOnlyList<PolicyQuestion> questions)
    {
        var statements = questions.Select(JsonNode (question) => Statement(question));
        var document = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(s_plain);
        var kind = principal.Contains(":user/", StringComparison.Ordinal) ? "user" : "role";
        var owner = principal[(principal.LastIndexOf('/') + 1)..];
        return $"aws iam put-{kind}-policy --{kind}-name '{owner}' --policy-name LakeAccess{name} "
            + $"--policy-document '{document.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static JsonObject Statement(PolicyQuestion question)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. question.Actions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = new JsonArray([.. question.Resources.Select(resource => JsonValue.Create(resource))]),
        };
        if (question.Prefix is { Length: > 0 } prefix)
            statement["Condition"] = new JsonObject
            {
                ["StringLike"] = new JsonObject { [PolicyContext.PrefixKey] = new JsonArray($"{prefix}*") },
            };
        return statement;
    }
}
