using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>
/// A plan in a file, for a review. The file has the desired state, from which the plan is created again before it
/// is published, and the reviewed changes. The new changes must be equal to them.
/// </summary>
/// <param name="Account">The lake's account.</param>
/// <param name="Region">The lake's region.</param>
/// <param name="StateVersion">The version of the lake's state for the plan.</param>
/// <param name="Changes">The changes that it shows, as JSON.</param>
/// <param name="Content">The desired state.</param>
internal sealed record PlanFile(string Account, string Region, string StateVersion, string Changes, DefinitionContent Content)
{
    private const long MaxBytes = 512 * 1024 * 1024;
    private const string Checksum = "checksum";
    private static readonly JsonSerializerOptions s_json = new(ReadableJson.Options) { WriteIndented = true };

    /// <summary>The changes of a plan as a file has them.</summary>
    public static string ChangesOf(LakePlan plan) => JsonSerializer.Serialize(
        plan.Changes.Where(change => change.PlanAction != PlanAction.Keep)
            .Select(change => new { change.Action, change.Kind, change.Target, change.Reason, change.Before, change.After }),
        ReadableJson.Options);

    /// <summary>Writes a plan.</summary>
    public static string Write(LakePlan plan, string account, string region)
    {
        var file = new JsonObject
        {
            ["lakePlan"] = 1,
            ["name"] = plan.Name,
            ["account"] = account,
            ["region"] = region,
            ["stateVersion"] = plan.StateVersion,
            ["changes"] = JsonNode.Parse(ChangesOf(plan)),
            ["losses"] = new JsonArray([.. plan.Losses.Select(loss => (JsonNode)loss)]),
            ["notRestorable"] = new JsonArray([.. plan.NotRestorable.Select(text => (JsonNode)text)]),
            ["owns"] = new JsonArray([.. plan.Content.Owned.Rules
                .Select(rule => (JsonNode)new JsonObject { [rule.Kind.ToString()] = rule.Pattern })]),
            ["revokes"] = new JsonArray([.. plan.Content.Owned.Grants.Order().Select(key => (JsonNode)key.Id)]),
            ["wanted"] = new JsonArray([.. plan.Content.Desired.Items.Select(Item)]),
        };
        file[Checksum] = Sum(file);
        return file.ToJsonString(s_json) + "\n";
    }

    /// <summary>Reads a file from an untrusted source.</summary>
    /// <exception cref="LakeException"><c>FileError</c>, <c>PlanFileInvalid</c>.</exception>
    public static PlanFile Read(string path, LakeHome home)
    {
        try
        {
            var root = JsonNode.Parse(DefinitionFiles.Read(path, MaxBytes)) as JsonObject
                ?? throw Fault.PlanFileInvalid(path, "it is not a plan of Export-LakePlan");
            if (root["lakePlan"]?.GetValue<int>() != 1) throw Fault.PlanFileInvalid(path, "it is not a plan of Export-LakePlan");
            var sum = Text(root, Checksum);
            root.Remove(Checksum);
            if (sum != Sum(root)) throw Fault.PlanFileInvalid(path, "it was changed after it was written");
            var name = Text(root, "name");
            DefinitionName.Check(name);
            var owned = root["owns"]!.AsArray().SelectMany(rule => rule!.AsObject())
                .Select(rule => new OwnedThing(Enum.Parse<OwnedKind>(rule.Key), rule.Value!.GetValue<string>()));
            var wanted = new LakeState(root["wanted"]!.AsArray().Select(Item));
            var revoked = (root["revokes"]?.AsArray() ?? []).Select(id => new StateKey(StateKind.Grant, id!.GetValue<string>()));
            var content = new DefinitionContent(name, wanted, new Ownership([.. owned]) { Grants = revoked.ToHashSet() });
            var account = Text(root, "account");

            // The source is not trusted, so the contents must follow the rules of definitions.
            if (DefinitionExport.Wrong(name, home with { AccountId = account }, wanted) is { Count: > 0 } wrong)
                throw Fault.PlanFileInvalid(path, $"a definition cannot have this: {wrong.First().Key}: {wrong.First().Value}");
            return new PlanFile(account, Text(root, "region"), Text(root, "stateVersion"),
                root["changes"]!.ToJsonString(ReadableJson.Options), content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault.FileError(path, error.Message, inner: error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or FormatException
            or NullReferenceException or KeyNotFoundException)
        {
            throw Fault.PlanFileInvalid(path, "it is not a plan of Export-LakePlan", inner: error);
        }
    }

    private static JsonNode Item(StateItem item)
    {
        var json = JsonNode.Parse(StateJson.Write(item))!;
        if (item.Whole.Count > 0) json["whole"] = new JsonArray([.. item.Whole.Select(prefix => (JsonNode)prefix)]);
        return json;
    }

    private static StateItem Item(JsonNode? json)
    {
        var item = StateJson.Read(JsonSerializer.SerializeToElement(json));
        return json!["whole"] is JsonArray whole ? item with { Whole = [.. whole.Select(prefix => prefix!.GetValue<string>())] } : item;
    }

    private static string Sum(JsonObject file) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.ToJsonString(ReadableJson.Options)))).ToLowerInvariant();

    private static string Text(JsonObject root, string name) => root[name]!.GetValue<string>();
}
