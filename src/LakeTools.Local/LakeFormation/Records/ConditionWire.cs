using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>Between the member Condition and the text of a condition. Which error AWS answers for a bad one is not documented.</summary>
internal static class ConditionWire
{
    /// <summary>The condition of a request's part; null if it has none.</summary>
    /// <exception cref="ApiException">The member is there and empty: without its expression, the grant would be a wider one.</exception>
    public static string? Read(JsonObject input) => input["Condition"] is not JsonObject condition ? null
        : condition.Text("Expression") is { Length: > 0 } expression
            ? expression : throw LakeFormationErrors.Invalid("Condition must have an expression.");

    /// <summary>Adds the condition to an answer's part.</summary>
    public static JsonObject Write(JsonObject output, string? condition)
    {
        if (condition is not null) output["Condition"] = new JsonObject { ["Expression"] = condition };
        return output;
    }

    /// <summary>Refuses a condition that this lake could not decide, or that the documentation rules out.</summary>
    /// <exception cref="ApiException">InvalidInputException.</exception>
    public static void Require(string condition, string principal, LakeResource resource, PermissionSet grantable)
    {
        var principals = LakePrincipal.TryParse(principal, out var known) ? new[] { known } : [];
        if (ConditionRules.Problems(condition, resource, grantable, principals).FirstOrDefault() is { } problem)
            throw LakeFormationErrors.Invalid(problem.Message);
    }
}
