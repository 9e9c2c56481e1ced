using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>Work groups: made, changed, removed, listed. IAM, which lets everybody in here, decides about them alone.</summary>
internal static class WorkGroups
{
    private const int DefaultPage = 50;
    private const string Results = "ResultConfiguration";
    private const string Managed = "ManagedQueryResultsConfiguration";
    private const string Version = "EngineVersion";
    private const string Cutoff = "BytesScannedCutoffPerQuery";

    private static readonly string[] s_kept =
        [Results, Managed, Version, Cutoff, "EnforceWorkGroupConfiguration", "PublishCloudWatchMetricsEnabled", "RequesterPaysEnabled"];

    public static JsonObject Create(ApiCall call)
    {
        if (call.Input["Tags"] is JsonArray { Count: > 0 }) throw Refused("The embedded lake keeps no tags of work groups.");
        var (store, name) = (new WorkGroupStore(call), call.Input.Required("Name"));
        if (store.Find(name) is not null) throw Refused($"WorkGroup {name} already exists.");
        var configuration = WorkGroupStore.Defaults();
        if (call.Input["Configuration"] is JsonObject given)
            foreach (var (member, value) in given) Put(configuration, member, value);
        Check(configuration);
        var document = new JsonObject { ["State"] = "ENABLED", ["Configuration"] = configuration }
            .With("Description", call.Input["Description"]?.DeepClone());
        store.Save(new WorkGroup(name, document, call.Lake.Clock.Now()));
        return [];
    }

    public static JsonObject Get(ApiCall call)
    {
        var group = new WorkGroupStore(call).Existing(call.Input.Required("WorkGroup"));
        var answer = group.Document.DeepClone().AsObject();
        answer["Name"] = group.Name;
        return new JsonObject { ["WorkGroup"] = answer.With("CreationTime", Created(group)) };
    }

    public static JsonObject List(ApiCall call)
    {
        var page = new Page(call.Input, PageForm.Athena, call.Operation, DefaultPage);
        var groups = new WorkGroupStore(call).All().Where(group => string.CompareOrdinal(group.Name, page.After) > 0).ToList();
        var (shown, next) = page.Cut(groups, group => group.Name);
        return new JsonObject
        {
            ["WorkGroups"] = shown.Select(group => new JsonObject { ["Name"] = group.Name, ["State"] = group.Document.Text("State") }
                .With("Description", group.Document["Description"]?.DeepClone())
                .With("CreationTime", Created(group))
                .With(Version, group.Configuration[Version]?.DeepClone())).ToJsonArray(),
        }.With("NextToken", next);
    }

    public static JsonObject Update(ApiCall call)
    {
        var (store, input) = (new WorkGroupStore(call), call.Input);
        var group = store.Existing(input.Required("WorkGroup"));
        if (input.Text("State") is { } state) group.Document["State"] = state;
        if (input["Description"] is { } description) group.Document["Description"] = description.DeepClone();
        var configuration = group.Configuration;
        if (input["ConfigurationUpdates"] is JsonObject updates)
        {
            foreach (var (member, value) in updates)
            {
                if (member == "ResultConfigurationUpdates") Change(configuration, Results, value!.AsObject());
                else if (member == "ManagedQueryResultsConfigurationUpdates") Change(configuration, Managed, value!.AsObject());
                else if (member != "RemoveBytesScannedCutoffPerQuery" && !IsFalseRemoval(member, value)) Put(configuration, member, value);
            }

            if (updates.Flag("RemoveBytesScannedCutoffPerQuery")) configuration.Remove(Cutoff);
        }

        Check(configuration);
        store.Save(group);
        return [];
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (store, name) = (new WorkGroupStore(call), call.Input.Required("WorkGroup"));
        if (name == WorkGroupStore.Primary) throw Refused("The primary workgroup cannot be deleted.");
        store.Existing(name);
        var queries = new QueryStore(call.Session);
        if (!call.Input.Flag("RecursiveDeleteOption") && queries.Before(name, long.MaxValue, 1).Count > 0)
            throw Refused($"WorkGroup {name} is not empty.");
        queries.Remove(name);
        store.Remove(name);
        return [];
    }

    /// <summary>Refuses what a result's configuration asks for and the lake has not.</summary>
    /// <param name="call">The call, whose account the buckets belong to.</param>
    /// <param name="results">The configuration.</param>
    public static void CheckResults(ApiCall call, JsonObject results)
    {
        CheckResults(results);
        if (results.Text("ExpectedBucketOwner") is { } owner && owner != call.Lake.AccountId)
            throw Refused($"The bucket of the output location is not owned by {owner}.");
    }

    private static void CheckResults(JsonObject results)
    {
        // The one list that may be asked for gives the bucket's owner what it has here anyway: AclConfiguration.
        if ((results["EncryptionConfiguration"] as JsonObject)?.Text("EncryptionOption") is { } option && option != "SSE_S3")
            throw Refused($"The embedded lake has no keys of KMS: EncryptionOption {option} is not supported.");
        if (results.Text("OutputLocation") is { } location && !location.StartsWith("s3://", StringComparison.Ordinal))
            throw Refused($"outputLocation is not a valid S3 path. Got: {location}");
    }

    private static void Check(JsonObject configuration)
    {
        if (configuration[Results] is JsonObject results) CheckResults(results);
        var managed = configuration[Managed] as JsonObject;
        if (managed?["EncryptionConfiguration"] is not null) throw Refused("The embedded lake has no keys of KMS.");
        if (managed?.Flag("Enabled") == true && configuration[Results]?.AsObject().Text("OutputLocation") is not null)
            throw Refused("ManagedQueryResultsConfiguration and an OutputLocation exclude each other.");
        var version = configuration[Version]!.AsObject();
        if (version.Text("SelectedEngineVersion") is { } selected && selected is not ("AUTO" or WorkGroupStore.Engine))
            throw Refused($"The embedded lake has {WorkGroupStore.Engine}, and no {selected}.");
        version["EffectiveEngineVersion"] = WorkGroupStore.Engine;
    }

    private static void Put(JsonObject configuration, string member, JsonNode? value)
    {
        if (!s_kept.Contains(member)) throw Refused($"The embedded lake does not support {member} of work groups.");
        configuration[member] = value?.DeepClone();
    }

    // Members go in; RemoveX takes X out.
    private static void Change(JsonObject configuration, string member, JsonObject updates)
    {
        const string remove = "Remove";
        var target = configuration[member] as JsonObject;
        if (target is null) configuration[member] = target = [];
        foreach (var (name, value) in updates)
        {
            if (!name.StartsWith(remove, StringComparison.Ordinal)) target[name] = value?.DeepClone();
            else if (updates.Flag(name)) target.Remove(name[remove.Length..]);
        }

        if (target.Count == 0) configuration.Remove(member);
    }

    private static bool IsFalseRemoval(string member, JsonNode? value) =>
        member.StartsWith("Remove", StringComparison.Ordinal) && value?.GetValue<bool>() == false;

    private static double? Created(WorkGroup group) => group.Created == 0 ? null : EpochTime.ToWire(group.Created);

    private static ApiException Refused(string message) => new("InvalidRequestException", message);
}
