using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>
/// SimulatePrincipalPolicy: what the recorded policies of a role or a user allow. It is about the records alone: IAM lets every call
/// through here. Managed policies are recorded by their ARNs, without documents: a principal that has one, and no statement that denies
/// without it, is answered with PolicyEvaluation, which AWS answers where it cannot evaluate a policy.
/// </summary>
internal static partial class PolicySimulation
{
    private const int DefaultMaxItems = 100;
    private const string Everything = "*";

    private static readonly string[] s_byStrength = ["allowed", "implicitDeny", "explicitDeny"];

    public static JsonObject Simulate(ApiCall call)
    {
        foreach (var member in (string[])["ResourcePolicy", "ResourceOwner", "CallerArn", "ResourceHandlingOption"])
            if (call.Input[member] is not null) throw Invalid($"The embedded lake does not simulate {member}: omit it.");
        var actions = call.Input.Texts("ActionNames") ?? [];
        if (actions.Find(action => !ActionName().IsMatch(action)) is { } wrong) throw Invalid($"Invalid Action name: {wrong}");
        var (kind, policies, boundaries, unknown) = Policies(call);
        var context = call.Input.Items("ContextEntries")
            .GroupBy(entry => entry.Text("ContextKeyName")?.ToLowerInvariant() ?? "", StringComparer.Ordinal)
            .ToDictionary(
                entries => entries.Key,
                entries => entries.SelectMany(entry => entry.Texts("ContextKeyValues") ?? []).ToArray(),
                StringComparer.Ordinal);
        var resources = call.Input.Texts("ResourceArns") is { Count: > 0 } given ? given : [Everything];
        List<SimulatedPolicy> all = [.. policies, .. boundaries ?? []];
        var missing = new SortedSet<string>(all.SelectMany(policy => policy.ConditionKeys)
            .Where(key => !context.ContainsKey(key.ToLowerInvariant())), StringComparer.Ordinal);
        var questions = actions.Select((action, index) => (Action: action, Number: index + 1L)).ToList();
        var page = new Page(call.Input, PageForm.Iam, call.Operation, DefaultMaxItems);
        var start = page.AfterNumber(0);
        var (asked, next) = page.Cut([.. questions.Where(question => question.Number > start)], question => question.Number);
        return new JsonObject
        {
            ["EvaluationResults"] = new JsonArray([.. asked.Select(question => Result(question.Action, missing, [.. resources.Select(
                resource => (resource, Decide(kind, policies, boundaries, unknown, question.Action, resource, context)))]))]),
            ["IsTruncated"] = next is not null,
        }.With("Marker", next);
    }

    /// <summary>The answer to what cannot be evaluated here.</summary>
    /// <param name="what">A part of a sentence.</param>
    public static ApiException Beyond(string what) => new("PolicyEvaluation", $"{what}, which the embedded lake does not evaluate.", 501);

    // One result for an action, with the most restrictive decision, and a part for each ARN. The parts have the missing keys, and the
    // whole has them only if there are no ARNs (API reference, EvaluationResult).
    private static JsonObject Result(string action, SortedSet<string> missing, List<(string Resource, Decision Decision)> parts)
    {
        var whole = parts.Select(part => part.Decision).MaxBy(decision => Array.IndexOf(s_byStrength, decision.Word))!;
        var isOfAll = parts is [(Everything, _)];
        var result = new JsonObject
        {
            ["EvalActionName"] = action,
            ["EvalResourceName"] = parts.Count == 1 ? parts[0].Resource : Everything,
            ["EvalDecision"] = whole.Word,
            ["MatchedStatements"] = whole.Statements(),
            ["MissingContextValues"] = isOfAll ? missing.ToJsonArray() : new JsonArray(),
        }.With("PermissionsBoundaryDecisionDetail", whole.Boundary());
        if (isOfAll) return result;
        result["ResourceSpecificResults"] = new JsonArray([.. parts.Select(part => new JsonObject
        {
            ["EvalResourceName"] = part.Resource,
            ["EvalResourceDecision"] = part.Decision.Word,
            ["MatchedStatements"] = part.Decision.Statements(),
            ["MissingContextValues"] = missing.ToJsonArray(),
        }.With("PermissionsBoundaryDecisionDetail", part.Decision.Boundary()))]);
        return result;
    }

    private static Decision Decide(string kind, List<SimulatedPolicy> policies, List<SimulatedPolicy>? boundaries, string? unknown,
        string action, string resource, Dictionary<string, string[]> context)
    {
        var said = policies.ConvertAll(policy => (policy.Id, Decision: policy.Decide(action, resource, context)));
        var isDenied = said.Exists(policy => policy.Decision == "Deny");
        if (!isDenied && unknown is not null) throw Beyond($"The document of {unknown} is not recorded");
        var isAllowed = said.Exists(policy => policy.Decision == "Allow");
        bool? isWithin = null;
        if (boundaries is not null)
        {
            var limits = boundaries.ConvertAll(policy => policy.Decide(action, resource, context));
            isDenied |= limits.Contains("Deny");
            isWithin = limits.Contains("Allow") && !isDenied;
            isAllowed &= isWithin == true;
        }

        var counting = isDenied ? "Deny" : "Allow";
        return new Decision(isDenied ? "explicitDeny" : isAllowed ? "allowed" : "implicitDeny", isWithin, kind,
            [.. said.Where(policy => policy.Decision == counting).Select(policy => policy.Id)]);
    }

    // The policies of the principal in question, and one of its policies that has no document here.
    private static (string Kind, List<SimulatedPolicy> Policies, List<SimulatedPolicy>? Boundaries, string? Unknown) Policies(ApiCall call)
    {
        var arn = call.Input.Required("PolicySourceArn");
        if (PrincipalArn.TryParse(arn) is not { } principal || principal.AccountId != call.Lake.AccountId)
            throw Invalid($"Invalid Entity Arn: {arn} does not clearly define entity type and name.");
        var kind = principal.Kind == "role" ? IamKind.Role : IamKind.User;
        if (kind.Find(call.Session, principal.Name) is not { } found)
            throw IamAnswers.NotFound($"{kind.Word} with name {principal.Name}");
        var own = PolicyRecords.Names(call.Session, kind.Word, found.Name, "", int.MaxValue)
            .Select(name => new SimulatedPolicy(name, PolicyRecords.Document(call.Session, kind.Word, found.Name, name)!));
        var attached = PolicyRecords.Attached(call.Session, kind.Word, found.Name, "", 1).FirstOrDefault();
        var boundary = PolicyRecords.Boundary(call.Session, kind.Word, found.Name);
        var limits = Documents(call, "PermissionsBoundaryPolicyInputList");
        return (kind.Word, [.. own, .. Documents(call, "PolicyInputList")], limits.Count > 0 ? limits : null,
            attached ?? (limits.Count == 0 ? boundary : null));
    }

    private static List<SimulatedPolicy> Documents(ApiCall call, string member) => (call.Input.Texts(member) ?? [])
        .Select((document, index) => PolicyDocument.Fault(document, PolicyKind.Identity) is { } fault
            ? throw Invalid($"{member} has a text that is not a valid policy: {fault}.")
            : new SimulatedPolicy($"{member}.{index + 1}", document)).ToList();

    private static ApiException Invalid(string text) => new("InvalidInput", text);

    // The decision about one resource, and the policies that made it.
    private sealed record Decision(string Word, bool? IsWithin, string Kind, IReadOnlyList<string> Policies)
    {
        public JsonArray Statements() => new([.. Policies.Select(policy =>
            new JsonObject { ["SourcePolicyId"] = policy, ["SourcePolicyType"] = Kind })]);

        public JsonObject? Boundary() => IsWithin is { } isWithin ? new JsonObject { ["AllowedByPermissionsBoundary"] = isWithin } : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]+:[A-Za-z0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ActionName();
}
