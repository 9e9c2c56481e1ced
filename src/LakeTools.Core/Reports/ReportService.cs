using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Objects;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Trails;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Reports;

/// <summary>Writes who may do what in a lake, and why, as one page that needs nothing else.</summary>
/// <param name="connection">The lake.</param>
/// <param name="clock">The time that the page tells.</param>
/// <param name="definitions">The histories of definitions, for <see cref="ReportOptions.SinceVersion"/>. Null if it is not used.
/// </param>
public sealed class ReportService(LakeConnection connection, TimeProvider clock, DefinitionService? definitions = null)
{
    private const int UnreadShown = 5;
    private const int TrailDays = 90;

    /// <summary>Reads the lake and writes the page, first to a temporary file next to it, so a failure leaves the existing file.</summary>
    /// <param name="path">The page's absolute path; its folder is there.</param>
    /// <param name="options">The scope of the report.</param>
    /// <param name="progress">Receives the progress of reading.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>NothingToReport</c>, <c>ReportUnreadable</c>,
    /// <c>ReportOfAnotherLake</c>, <c>ReportOfAnotherScope</c>, those of a version that cannot be found or read, and what the service
    /// refuses.</exception>
    public async Task ExportAsync(string path, ReportOptions options, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var report = await ReadAsync(options, progress, cancellationToken).ConfigureAwait(false);
        var unfinished = UnfinishedFiles.NameFor(path);
        try
        {
            var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            await using (file.ConfigureAwait(false)) await ReportPage.WriteAsync(report, file, cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Reads the lake.</summary>
    internal async Task<LakeReport> ReadAsync(ReportOptions options, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        // A report that cannot be compared is an error before the lake is read.
        var earlier = options.Since is { } since ? await EarlierReport.ReadAsync(since, cancellationToken).ConfigureAwait(false) : null;
        var caller = await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        var account = connection.CatalogId?[..12] ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var scope = Scope(options);
        if (earlier is not null) ReportComparer.Check(earlier, options.Since!, account, connection.Region, scope);
        var changes = options.SinceVersion is var (name, version)
            ? await definitions!.ChangesSinceAsync(name, version, progress, cancellationToken).ConfigureAwait(false) : null;
        var reader = new ReportReader(connection, account);
        var lists = await reader.ReadAsync(options, progress, cancellationToken).ConfigureAwait(false);
        var facts = await reader.FactsAsync(lists, progress, cancellationToken).ConfigureAwait(false);
        var unread = new List<string>();
        var trail = options.TrailPath is { } path
            ? await TrailAsync(path, account, unread, progress, cancellationToken).ConfigureAwait(false) : null;
        if (trail is not null)
        {
            // A principal that got data without a grant of its own has it through a group, and is in the report too.
            facts = facts with
            {
                Principals = [.. facts.Principals.Union(trail.Uses.Tables.Select(use => use.Principal)
                    .Where(id => LakePrincipal.TryParse(id, out _)))
                    .Order(StringComparer.Ordinal)],
            };
        }

        var (principals, things, entries) = ReportBuilder.Build(facts, options.Principals, progress, cancellationToken);
        if (options.Principals.Count > 0 && principals.Count == 0) throw Nothing("principal", options.Principals);
        if (options.Databases.Count > 0 && things.Count == 0) throw Nothing("database", options.Databases);
        var lake = connection.LocalPath is { } folder
            ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) : connection.Options.ProfileName ?? account;
        var report = new LakeReport
        {
            Title = options.Title ?? $"Effective permissions in {lake}",
            Lake = lake,
            AccountId = account,
            Region = connection.Region,
            CreatedAt = clock.GetLocalNow(),
            ReadBy = LakePrincipal.OfCaller(caller),
            Scope = scope,
            Trail = trail,
            Notes = [.. Notes(facts, caller), .. unread],
            GrantCount = options.Principals.Count > 0 ? null : facts.GrantCount,
            Principals = principals,
            Things = things,
            Entries = entries,
        };
        if (changes is not null)
        {
            var then = await new EarlierLists(lists, changes, options.Databases)
                .MakeAsync(name => reader.ResolveAsync(name, cancellationToken)).ConfigureAwait(false);
            var thenFacts = await reader.FactsAsync(then, facts, progress, cancellationToken).ConfigureAwait(false);
            earlier = EarlierReport.Of(
                changes.Version, report, ReportBuilder.Build(thenFacts, options.Principals, progress, cancellationToken));
        }

        return earlier is null ? report : ReportComparer.Compare(report, earlier);
    }

    private async Task<ReportTrail> TrailAsync(string path, string account, List<string> unread, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var uses = new TrailUses();
        var filter = new AccessEventFilter([], null, null, clock.GetLocalNow().LocalDateTime.AddDays(-TrailDays), null);
        await foreach (var item in new AccessEventService(connection)
            .ReadFilesAsync(path, filter, failure => unread.Add(failure.Message), progress, cancellationToken).ConfigureAwait(false))
            if (TrailUse.Of(item, account, connection.Region) is { } use) uses.Add(use);
        if (unread.Count > UnreadShown)
        {
            var more = unread.Count - UnreadShown;
            unread.RemoveRange(UnreadShown, more);
            unread.Add($"{more} more files of the trail could not be read.");
        }

        return new ReportTrail(path, TrailDays, uses);
    }

    private static LakeException Nothing(string what, IReadOnlyList<string> patterns) =>
        Fault.NothingToReport(Shown(patterns), what, Shown(patterns));

    private static string? Scope(ReportOptions options)
    {
        string[] parts =
        [
            .. options.Principals.Count > 0 ? (string[])[Shown(options.Principals)] : [],
            .. options.Databases.Count > 0 ? (string[])[$"databases {Shown(options.Databases)}"] : [],
        ];
        return parts.Length == 0 ? null : string.Join(" in ", parts);
    }

    // A name without wildcards, as it is.
    private static string Shown(IEnumerable<string> patterns) => string.Join(", ", patterns.Select(text =>
        new KeyPattern(text) is { HasWildcards: false } name ? name.Prefix : text));

    private static IEnumerable<string> Notes(ReportFacts facts, string callerArn)
    {
        var caller = LakePrincipal.OfCaller(callerArn);
        var lake = facts.Things.Select(thing => thing.Facts).FirstOrDefault();
        if (lake is not null && !lake.IsAdministrator(callerArn))
            yield return $"{caller} is not an administrator, and sees only its own grants and those that it can grant to others. "
                + "Other principals can have permissions that this report does not show.";
        if (facts.LeftOut is { } leftOut) yield return $"Not in this report: {leftOut}.";
        foreach (var what in facts.Unread.Take(UnreadShown)) yield return $"{caller} may not read {what}.";
        if (facts.Unread.Count > UnreadShown) yield return $"It cannot read {facts.Unread.Count - UnreadShown} more resources.";
    }
}
