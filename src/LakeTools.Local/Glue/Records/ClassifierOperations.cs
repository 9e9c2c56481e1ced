using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Records;

/// <summary>Custom classifiers, as records: the lake's crawls find formats by rules of their own. One name for all four kinds.</summary>
internal static class ClassifierOperations
{
    private const string Kind = "Kind";
    private const string Members = "Members";
    private const string Version = "Version";

    private static readonly string[] s_kinds = ["GrokClassifier", "XMLClassifier", "JsonClassifier", "CsvClassifier"];

    public static JsonObject Create(ApiCall call)
    {
        var (kind, members) = Given(call);
        var name = members.Required("Name");
        Check(members);
        Store(call).Add(name, new JsonObject { [Kind] = kind, [Version] = 1, [Members] = members.DeepClone() }, null);
        return [];
    }

    /// <summary>Changes what is named and leaves the rest; each change is a version.</summary>
    public static JsonObject Update(ApiCall call)
    {
        var (kind, members) = Given(call);
        var classifier = Store(call).Existing(members.Required("Name"));
        if (classifier.Document.Text(Kind) != kind)
            throw new ApiException("InvalidInputException", $"Classifier {classifier.Name} is a {classifier.Document.Text(Kind)}.");
        foreach (var (member, value) in members) classifier.Document[Members]![member] = value?.DeepClone();
        Check(classifier.Document[Members]!.AsObject());
        classifier.Document[Version] = classifier.Document.Number(Version) + 1;
        Store(call).Save(classifier);
        return [];
    }

    public static JsonObject Get(ApiCall call) => new() { ["Classifier"] = ToWire(Store(call).Existing(call.Input.Required("Name"))) };

    public static JsonObject GetAll(ApiCall call)
    {
        var (page, next) = Store(call).Page(ToWire);
        return new JsonObject { ["Classifiers"] = page }.With("NextToken", next);
    }

    public static JsonObject Delete(ApiCall call)
    {
        var (store, name) = (Store(call), call.Input.Required("Name"));
        return store.Remove(name) ? [] : throw store.NotFound(name);
    }

    // API reference, CreateCsvClassifierRequest.
    private static void Check(JsonObject members)
    {
        if (members.Text("QuoteSymbol") is { } quote && quote == members.Text("Delimiter"))
            throw new ApiException("InvalidInputException", "QuoteSymbol must be different from Delimiter.");
    }

    private static RecordStore Store(ApiCall call) => new(call, "classifier");

    private static (string Kind, JsonObject Members) Given(ApiCall call) =>
        s_kinds.Where(kind => call.Input[kind] is not null).ToList() is [var kind]
            ? (kind, call.Input[kind]!.AsObject())
            : throw new ApiException("InvalidInputException", $"Exactly one of {string.Join(", ", s_kinds)} must be present.");

    private static JsonObject ToWire(GlueRecord record)
    {
        var members = record.Document[Members]!.DeepClone().AsObject();
        members["CreationTime"] = EpochTime.ToWire(record.Created);
        members["LastUpdated"] = EpochTime.ToWire(record.Updated);
        members[Version] = record.Document.Number(Version);
        return new JsonObject { [record.Document.Text(Kind)!] = members };
    }
}
