using System.Runtime.CompilerServices;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>Compares a definition with a lake, publishes it, and restores a version.</summary>
public sealed class DefinitionService
{
    private readonly LakeConnection _connection;
    private readonly Func<CancellationToken, Task<IJournalStore>> _journal;
    private readonly StateReader _reader;
    private readonly RetryPause _pause;

    /// <summary>Makes a service.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="journal">The store of the histories.</param>
    public DefinitionService(LakeConnection connection, IJournalStore journal)
        : this(connection, journal, RetryPause.For(connection.Options.Local?.Http))
    {
    }

    /// <summary>Makes a service.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="journal">The store of the histories. Called when one is read or written.</param>
    public DefinitionService(LakeConnection connection, Func<CancellationToken, Task<IJournalStore>> journal)
        : this(connection, journal, RetryPause.For(connection.Options.Local?.Http))
    {
    }

    internal DefinitionService(LakeConnection connection, IJournalStore journal, RetryPause pause)
        : this(connection, _ => Task.FromResult(journal), pause)
    {
    }

    private DefinitionService(LakeConnection connection, Func<CancellationToken, Task<IJournalStore>> journal, RetryPause pause) =>
        (_connection, _journal, _reader, _pause) = (connection, journal, new StateReader(connection, pause), pause);

    /// <summary>Returns the changes from the lake to a definition.</summary>
    /// <param name="source">Reads the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of its parameters.</param>
    /// <param name="detailed">True to include items without changes.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LakeException"><c>DefinitionInvalid</c> with the first finding, and errors of the services.</exception>
    public async Task<LakePlan> CompareAsync(DefinitionSource source, string path, DefinitionValues parameters, bool detailed,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken) =>
        (await CompareAsync(source, path, parameters, [], detailed, progress, cancellationToken).ConfigureAwait(false)).Plan;

    /// <summary>Returns the changes from the lake to a definition without some of its grants.</summary>
    /// <param name="source">Reads the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of its parameters.</param>
    /// <param name="excluded">Permissions that the definition is not to grant, such as unused ones.</param>
    /// <param name="detailed">True to include items without changes.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The plan, and how the definition has the excluded permissions.</returns>
    /// <exception cref="LakeException"><c>DefinitionInvalid</c> with the first finding, and errors of the services.</exception>
    public async Task<(LakePlan Plan, GrantExclusion Excluded)> CompareAsync(DefinitionSource source, string path,
        DefinitionValues parameters, IReadOnlyList<LakePermission> excluded, bool detailed, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        // Findings of the definition are returned even if the lake cannot be read.
        var definition = source.Read(path, parameters);
        _ = Valid(path, definition.Bind(null));
        var account = await _connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var exclusion = GrantExclusion.From(Valid(path, definition.Bind(_connection.Home)), excluded, account);
        return (await PlanAsync(exclusion.Content, detailed, progress, cancellationToken).ConfigureAwait(false), exclusion);
    }

    /// <summary>Writes a plan for a file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Stops the call that reads the account.</param>
    /// <returns>JSON.</returns>
    public async Task<string> KeepAsync(LakePlan plan, CancellationToken cancellationToken) => PlanFile.Write(
        plan, await _connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false), _connection.Region);

    /// <summary>Reads a plan from a file and creates it again. Each change must be the same.</summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LakeException"><c>FileError</c>, <c>PlanFileInvalid</c>, <c>PlanOfAnotherLake</c>, <c>PlanOutdated</c>.
    /// </exception>
    public async Task<LakePlan> OpenAsync(string path, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var file = PlanFile.Read(path, _connection.Home);
        var account = await _connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        if (file.Account != account || file.Region != _connection.Region)
            throw Fault.PlanOfAnotherLake(path, $"{file.Account} in {file.Region}", $"{account} in {_connection.Region}");
        var plan = await PlanAsync(file.Content, detailed: false, progress, cancellationToken).ConfigureAwait(false);
        if (plan.StateVersion != file.StateVersion) throw Fault.PlanOutdated(path, plan.Name);
        return PlanFile.ChangesOf(plan) == file.Changes ? plan
            : throw Fault.PlanFileInvalid(path, "the changes in the file are not those of the plan that is created from it");
    }

    /// <summary>Carries a plan out.</summary>
    /// <param name="plan">The plan. It is refused if the lake has changed.</param>
    /// <param name="isFresh">True if it was just created, so the lake is not read again.</param>
    /// <param name="consent">The removals that the user has agreed to.</param>
    /// <param name="progress">Receives each change.</param>
    /// <param name="cancellationToken">Stops after the current change.</param>
    /// <returns>The plan with the progress of each change. Null if the user did not confirm.</returns>
    /// <exception cref="LakeException"><c>PlanOutdated</c>, <c>PlanRemovesMuch</c>, <c>PlanRemovesAdministrator</c>,
    /// <c>PlanLosesThings</c>, <c>TableFormatNotSupported</c>.</exception>
    public async Task<LakePublication?> PublishAsync(LakePlan plan, bool isFresh, PublishConsent consent,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var now = isFresh ? plan : await AgainAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        var caller = await _connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        PlanGuard.Check(now, caller, consent.Covers);
        foreach (var step in now.Steps.Where(step => step is { Item.Key.Kind: StateKind.Table, Before: not null, After: not null }))
            await new TableState(_connection).RefuseHarmAsync(step, cancellationToken).ConfigureAwait(false);
        var losses = now.Lost.Where(loss => loss.Text is not null && !consent.Covers(loss.Key.Kind)).ToList();
        if (losses.Count > 0)
        {
            // Others may have changed the lake before the user answered: what is removed is what the user agreed to.
            if (!Agreed(plan, losses, consent)) return null;
            var agreed = now.Losses;
            now = await AgainAsync(plan, progress, cancellationToken).ConfigureAwait(false);
            if (!now.Losses.SequenceEqual(agreed)) throw Fault.PlanOutdated(plan, plan.Name);
        }

        var journal = await _journal(cancellationToken).ConfigureAwait(false);
        return await new Publisher(_reader, journal, caller, _pause).PublishAsync(now, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Publishes a plan that was created earlier.</summary>
    /// <inheritdoc cref="PublishAsync(LakePlan, bool, PublishConsent, IProgress{LakeProgress}?, CancellationToken)"/>
    public Task<LakePublication?> PublishAsync(LakePlan plan, PublishConsent consent, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken) => PublishAsync(plan, isFresh: false, consent, progress, cancellationToken);

    /// <summary>Returns the changes back to the state after a publish, for what the definition owned.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="version">The publish's number.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LakeException"><c>DefinitionVersionNotFound</c>, <c>DefinitionVersionUnfinished</c>,
    /// <c>DefinitionOwnsNothing</c>, <c>JournalUnreadable</c>.</exception>
    public async Task<LakePlan> PlanRestoreAsync(string name, int version, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var journal = new Journal(await _journal(cancellationToken).ConfigureAwait(false));
        var (_, left) = await LeftAsync(journal, name, version, cancellationToken).ConfigureAwait(false);
        var later = new List<JournalRecord>();
        await foreach (var entry in journal.ReadLaterAsync(name, version, cancellationToken).ConfigureAwait(false)) later.Add(entry);

        // The items removed with a table are restored as the first later publish recorded them.
        var kept = later.SelectMany(entry => entry.Kept)
            .Where(item => left.Owned.Owns(item) && left.Desired.Find(new StateKey(StateKind.Table, item.Key.Id)) is not null)
            .DistinctBy(item => item.Key).ToList();
        var plan = await PlanAsync(
            left with { Desired = new LakeState([.. left.Desired.Items, .. kept]) }, detailed: false, progress, cancellationToken)
            .ConfigureAwait(false);
        return plan with { Unrestored = [.. UnrestoredParts.Of(plan, later)] };
    }

    /// <summary>Compares the lake with the state after a publish, for what the definition owned.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="version">The publish's number.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="LakeException"><c>DefinitionVersionNotFound</c>, <c>DefinitionVersionUnfinished</c>,
    /// <c>DefinitionOwnsNothing</c>, <c>JournalUnreadable</c>.</exception>
    internal async Task<VersionChanges> ChangesSinceAsync(string name, int version, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var journal = new Journal(await _journal(cancellationToken).ConfigureAwait(false));
        var (published, left) = await LeftAsync(journal, name, version, cancellationToken).ConfigureAwait(false);
        var actual = await _reader.ReadAsync(new StateScope(left.Desired, left.Owned), progress, cancellationToken).ConfigureAwait(false);
        return VersionChanges.Of(published, left, actual);
    }

    /// <summary>The published versions of a definition, oldest first.</summary>
    /// <param name="name">The name of the definition. Null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions.</returns>
    public async IAsyncEnumerable<LakeDefinitionVersion> HistoryAsync(string? name,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var journal = new Journal(await _journal(cancellationToken).ConfigureAwait(false));
        await foreach (var version in journal.ListAsync(name, cancellationToken).ConfigureAwait(false)) yield return version;
    }

    /// <summary>Writes a lake, or databases of it, as a definition that compares as equal.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="database">A database's name with wildcards; null for the whole lake.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>YAML.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>NoDatabaseMatches</c>, and errors of the services.</exception>
    public async Task<string> ExportAsync(string name, string? database, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (home, state, unsaid) = await ReadAllAsync(database, progress, cancellationToken).ConfigureAwait(false);
        return DefinitionExport.Write(name, home, state, unsaid);
    }

    /// <summary>Writes a lake, or databases of it, as files that include each other: one for each key, and one for each database.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="database">A database's name with wildcards; null for the whole lake.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The files; the first one includes the others.</returns>
    public async Task<IReadOnlyList<DefinitionFile>> ExportPartsAsync(string name, string? database, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var (home, state, unsaid) = await ReadAllAsync(database, progress, cancellationToken).ConfigureAwait(false);
        return DefinitionExport.WriteParts(name, home, state, unsaid);
    }

    private async Task<(LakeHome Home, LakeState State, List<string> Unsaid)> ReadAllAsync(string? database,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var unsaid = new LeftOut();
        var scope = ExportScope.Of(database, unsaid);
        var state = await _reader.ReadAsync(scope, progress, cancellationToken).ConfigureAwait(false);
        ExportScope.Check(database, state);
        await _connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return (_connection.Home, state, [.. unsaid.Lines]);
    }

    // The state after a publish, of what the definition owned.
    private static async Task<(LakeDefinitionVersion Version, DefinitionContent Content)> LeftAsync(
        Journal journal, string name, int version, CancellationToken cancellationToken)
    {
        var record = await journal.ReadAsync(name, version, cancellationToken).ConfigureAwait(false);
        if (record.After is null) throw Fault.DefinitionVersionUnfinished(name, version);
        if (record.Owned.Rules.Count == 0) throw Fault.DefinitionOwnsNothing(name, version);
        var owned = record.Owned with { IsExact = true };
        return (record.Version, new DefinitionContent(name, record.After.Where(owned.Owns), owned));
    }

    private static DefinitionContent Valid(string path, (DefinitionContent? Content, IReadOnlyList<LakeFinding> Findings) read)
    {
        var wrong = read.Findings.Where(finding => finding.Severity == LakeFinding.Error).ToList();
        return read.Content is { } content && wrong.Count == 0 ? content : throw Fault.DefinitionInvalid(path, wrong.Count)
            .WithParts("Correct each of these:", [.. wrong.Select(finding => finding.ToString())]);
    }

    private async Task<LakePlan> AgainAsync(LakePlan plan, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var now = await PlanAsync(plan.Content, detailed: true, progress, cancellationToken).ConfigureAwait(false);
        return now.StateVersion == plan.StateVersion ? now with { Unrestored = plan.Unrestored }
            : throw Fault.PlanOutdated(plan, plan.Name);
    }

    private static bool Agreed(LakePlan plan, IReadOnlyList<PlanLoss> losses, PublishConsent consent)
    {
        string[] texts = [.. losses.Select(loss => loss.Text!)];
        return consent.Ask?.Invoke(texts)
            ?? throw Fault.PlanLosesThings(plan, plan.Name, string.Join(", ", losses.Select(loss => loss.Key.Kind).Distinct().Order()))
                .WithParts("It would remove:", texts);
    }

    private async Task<LakePlan> PlanAsync(DefinitionContent content, bool detailed, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var actual = await _reader.ReadAsync(new StateScope(content.Desired, content.Owned), progress, cancellationToken)
            .ConfigureAwait(false);
        var steps = StateComparer.Compare(actual, content.Desired, content.Owned);
        var plan = new LakePlan
        {
            Name = content.Name,
            StateVersion = actual.Version(),
            Changes = [.. steps.Where(step => detailed || step.Action != PlanAction.Keep).Select(PlanWords.Of)],
            Content = content,
            Actual = actual,
            Steps = steps,
        };
        var losses = new LossReader(_connection, _reader);
        return plan with { Lost = await losses.ReadAsync(plan, progress, cancellationToken).ConfigureAwait(false) };
    }
}
