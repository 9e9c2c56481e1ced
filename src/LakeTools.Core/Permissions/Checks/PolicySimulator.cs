using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>Asks IAM what the policies of a role or a user allow.</summary>
/// <param name="connection">The lake.</param>
internal sealed class PolicySimulator(LakeConnection connection)
{
    private const string PrefixKey = "s3:prefix";
    private const string Right = "iam:SimulatePrincipalPolicy";

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Checks that everything is allowed.</summary>
    /// <param name="name">The check.</param>
    /// <param name="principal">The ARN of a role or a user of the caller's account.</param>
    /// <param name="questions">The actions it needs.</param>
    /// <param name="source">The page that documents it.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<CheckResult> CheckAsync(AccessCheckName name, string principal, IReadOnlyList<PolicyQuestion> questions,
        string source, CancellationToken cancellationToken)
    {
        var results = new List<EvaluationResult>();
        try
        {
            foreach (var question in questions)
                results.AddRange(await AskAsync(principal, question, cancellationToken).ConfigureAwait(false));
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

        var actions = string.Join(", ", questions.SelectMany(question => question.Actions).Distinct());
        var refused = results.FindAll(result => !IsAllowed(result));
        if (refused.Count == 0) return CheckResult.Passed(name, $"IAM allows {principal} {actions}.", source);
        return Refusal(name, principal, questions, refused, source);
    }

    private static CheckResult Refusal(AccessCheckName name, string principal, IReadOnlyList<PolicyQuestion> questions,
        List<EvaluationResult> refused, string source)
    {
        var what = string.Join(", ", refused.Select(result => $"{result.EvalActionName} on {result.EvalResourceName}").Distinct());
        if (refused.Exists(result => result.EvalDecision == PolicyEvaluationDecisionType.ExplicitDeny))
            return CheckResult.Failed(name, $"A policy denies {principal} {what}. What a policy denies, no other policy allows.", source);
        if (refused.Exists(result => result.OrganizationsDecisionDetail?.AllowedByOrganizations == false))
            return CheckResult.Failed(name, $"A service control policy of the organization does not allow {principal} {what}.", source);
        if (refused.Exists(result => result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary == false))
            return CheckResult.Failed(name, $"The permissions boundary of {principal} does not allow {what}.", source);
        var keys = refused.SelectMany(result => (result.MissingContextValues ?? [])
            .Concat((result.ResourceSpecificResults ?? []).SelectMany(part => part.MissingContextValues ?? []))).Distinct().ToList();
        return keys.Count > 0
            ? CheckResult.Unknown(name,
                $"Whether IAM allows {principal} {what} depends on {string.Join(", ", keys)} of the request, which is not known.",
                source)
            : CheckResult.Failed(name, $"IAM does not allow {principal} {what}.", source, Command(name, principal, questions));
    }

    private async Task<List<EvaluationResult>> AskAsync(string principal, PolicyQuestion question, CancellationToken cancellationToken)
    {
        var request = new SimulatePrincipalPolicyRequest
        {
            PolicySourceArn = principal,
            ActionNames = [.. question.Actions],
            ResourceArns = [.. question.Resources],
            ContextEntries = question.Prefix is { } prefix ? [new ContextEntry
            {
                ContextKeyName = PrefixKey,
                ContextKeyType = ContextKeyTypeEnum.String,
                ContextKeyValues = [prefix],
            }] : null,
        };
        var results = new List<EvaluationResult>();
        await foreach (var result in connection.Clients.Iam.Paginators.SimulatePrincipalPolicy(request).EvaluationResults
            .WithCancellation(cancellationToken).ConfigureAwait(false)) results.Add(result);
        return results;
    }

    // IAM returns one result for several resources, or one for each.
    private static bool IsAllowed(EvaluationResult result) => result.EvalDecision == PolicyEvaluationDecisionType.Allowed
        && (result.ResourceSpecificResults ?? []).TrueForAll(part => part.EvalResourceDecision == PolicyEvaluationDecisionType.Allowed);

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
            statement["Condition"] = new JsonObject { ["StringLike"] = new JsonObject { [PrefixKey] = new JsonArray($"{prefix}*") } };
        return statement;
    }
}
