using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>
/// The histories of definitions. An entry is lines of JSON: a head, the state before, each change's result, and at the end the state after.
/// An entry without an end was interrupted. Its effect is read from the lake and not from the entry.
/// </summary>
/// <param name="store">The store of the entries.</param>
internal sealed class Journal(IJournalStore store)
{
    // An attempt fails only if another user has published in between.
    private const int MaxAttempts = 100;

    /// <summary>Creates an entry with the next number.</summary>
    /// <exception cref="LakeException"><c>FileError</c>.</exception>
    public async Task<(string Entry, int Version)> BeginAsync(LakePlan plan, IReadOnlyList<PlanLoss> losses, string principal,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var last = (await store.ListAsync(cancellationToken).ConfigureAwait(false)).Select(name => Number(name, plan.Name)).Max() ?? 0;
            var version = last + 1;
            var entry = Entry(plan.Name, version);
            var text = new StringBuilder();
            text.Append(Line(json =>
            {
                json.WriteString("name", plan.Name);
                json.WriteNumber("version", version);
                json.WriteString("publishedAt", DateTimeOffset.UtcNow);
                json.WriteString("principal", principal);
                json.WriteNumber("changeCount", plan.Changes.Count(change => change.PlanAction != PlanAction.Keep));
                json.WriteStartArray("owned");
                foreach (var rule in plan.Content.Owned.Rules)
                {
                    json.WriteStartObject();
                    json.WriteString(rule.Kind.ToString(), rule.Pattern);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
            foreach (var item in plan.Actual.Items) text.Append(Line("before", item));
            foreach (var loss in losses)
            {
                foreach (var item in loss.Kept) text.Append(Line("kept", item));
                foreach (var words in loss.Gone)
                    text.Append(Line(json =>
                    {
                        json.WriteString("gone", words);
                        json.WriteString("kind", loss.Key.Kind.ToString());
                        json.WriteString("id", loss.Key.Id);
                    }));
            }

            foreach (var step in plan.Steps.Where(step => step.Action != PlanAction.Keep))
                text.Append(Line(json => json.WriteString("planned", PlanWords.Of(step).Reason)));
            if (await store.CreateAsync(entry, text.ToString(), cancellationToken).ConfigureAwait(false)) return (entry, version);
        }

        throw Fault.FileError(plan.Name, $"another program has used each number for a new entry of the history of {plan.Name}.");
    }

    /// <summary>Records the results of some changes.</summary>
    public Task NoteAsync(string entry, IEnumerable<LakePlanChange> changes, CancellationToken cancellationToken) =>
        store.AppendAsync(entry, string.Concat(changes.Select(change => Line(json =>
    {
        json.WriteString("result", change.Reason);
        json.WriteString("state", change.State);
        if (change.Error is { } error) json.WriteString("error", error);
    }))), cancellationToken);

    /// <summary>Ends an entry.</summary>
    public Task EndAsync(string entry, PublicationStatus status, LakeState after, CancellationToken cancellationToken) =>
        store.EndAsync(
            entry,
            string.Concat(after.Items.Select(item => Line("after", item)))
                + Line(json => json.WriteString("status", status.ToString())),
            cancellationToken);

    /// <summary>Reads an entry whole.</summary>
    public async Task<JournalRecord> ReadAsync(string name, int version, CancellationToken cancellationToken)
    {
        var entry = Entry(name, version);
        var text = await store.ReadAsync(entry, cancellationToken).ConfigureAwait(false)
            ?? throw Fault.DefinitionVersionNotFound(name, version);
        return JournalRecord.Read(Place(entry), text);
    }

    /// <summary>Reads the entries after one, in their order.</summary>
    public async IAsyncEnumerable<JournalRecord> ReadLaterAsync(string name, int version,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await store.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Number(entry, name) is { } number && number > version
                && await store.ReadAsync(entry, cancellationToken).ConfigureAwait(false) is { } text)
                yield return JournalRecord.Read(Place(entry), text);
        }
    }

    /// <summary>Enumerates the entries of the definitions whose names match a pattern, or of all.</summary>
    /// <param name="name">A name, or a pattern of names; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions.</returns>
    /// <exception cref="LakeException"><c>DefinitionHistoryNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeDefinitionVersion> ListAsync(string? name,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        var pattern = new KeyPattern(name ?? "*");
        var known = entries.Select(NameOf).Distinct().ToList();
        if (!pattern.HasWildcards && !known.Exists(pattern.IsMatch))
            throw Fault.DefinitionHistoryNotFound(name, store.Location, Spelling.DidYouMean(name!, known));
        foreach (var entry in entries.Where(entry => pattern.IsMatch(NameOf(entry))))
        {
            if (await store.ReadAsync(entry, cancellationToken).ConfigureAwait(false) is { } text)
                yield return (JournalRecord.ReadVersion(text) ?? new LakeDefinitionVersion
                {
                    Name = NameOf(entry),
                    Version = Number(entry, NameOf(entry)) ?? 0,
                }) with
                {
                    JournalPath = store.Location,
                };
        }
    }

    // The name is part of a path.
    private static string Entry(string name, int version)
    {
        DefinitionName.Check(name);
        return $"{name}/{version.ToString("D6", CultureInfo.InvariantCulture)}.jsonl";
    }

    private static string NameOf(string entry) => entry[..Math.Max(0, entry.LastIndexOf('/'))];

    private string Place(string entry) => $"{store.Location.TrimEnd('/')}/{entry}";

    private static int? Number(string entry, string name) =>
        entry.StartsWith(name + "/", StringComparison.Ordinal)
            && int.TryParse(Path.GetFileNameWithoutExtension(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static string Line(string kind, StateItem item) => $"{{\"{kind}\":{StateJson.Write(item)}}}\n";

    private static string Line(Action<Utf8JsonWriter> body)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, StateJson.Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length) + "\n";
    }
}
