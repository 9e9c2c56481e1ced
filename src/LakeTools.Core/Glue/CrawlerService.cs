using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Jobs;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Glue;

/// <summary>Makes, finds, changes, starts, stops and removes crawlers.</summary>
/// <param name="connection">The lake.</param>
public sealed class CrawlerService(LakeConnection connection)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private IAmazonGlue Client => connection.Clients.Glue;

    /// <summary>Checks all that can be checked of a crawler before a call.</summary>
    /// <param name="change">The crawler.</param>
    /// <param name="isNew">True for one to be made, which needs a target.</param>
    /// <returns>The crawler with its schedule as Glue takes it.</returns>
    /// <exception cref="LakeException"><c>InvalidRole</c>, <c>InvalidRoleName</c>, <c>InvalidS3Uri</c>, <c>CatalogTableInvalid</c>,
    /// <c>ScheduleInvalid</c>, <c>CrawlerTargetMissing</c>, <c>ConfigurationInvalid</c>.</exception>
    public static CrawlerChange Check(CrawlerChange change, bool isNew)
    {
        if (change.Role is { } role) LakePrincipal.CheckRole(role, isNameEnough: true);
        CrawlerTargetList.Check(change);
        if (isNew && !CrawlerTargetList.IsNamed(change)) throw Fault.CrawlerTargetMissing(change.Name);
        if (change.Configuration is { Length: > 0 } json && !IsJson(json)) throw Fault.ConfigurationInvalid(change.Name);
        return change with { Schedule = GlueSchedule.Check(change.Schedule) };
    }

    /// <summary>Makes a crawler.</summary>
    /// <param name="change">The crawler, checked by <see cref="Check"/>, with its role.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The crawler as Glue has it.</returns>
    /// <exception cref="LakeException"><c>CrawlerExists</c>.</exception>
    public async Task<Written<LakeGlueCrawler>> CreateAsync(CrawlerChange change, CancellationToken cancellationToken)
    {
        var request = new CreateCrawlerRequest
        {
            Name = change.Name,
            Role = await JobRole.ResolveAsync(connection, change.Role ?? "", cancellationToken).ConfigureAwait(false),
            DatabaseName = change.DatabaseName,
            Description = change.Description,
            Targets = CrawlerTargetList.Apply(CrawlerTargetParts.Of(change.Target ?? []), change),
            Schedule = change.Schedule is { Length: > 0 } schedule ? schedule : null,
            Classifiers = change.Classifier is { Count: > 0 } words ? [.. words] : null,
            TablePrefix = change.TablePrefix,
            SchemaChangePolicy = Policy(null, change),
            RecrawlPolicy = Recrawl(change),
            LakeFormationConfiguration = LakeFormation(null, change),
            Configuration = change.Configuration,
            CrawlerSecurityConfiguration = change.SecurityConfiguration,
            Tags = GlueChange.NotEmpty(GlueChange.Merged(null, change.Tags)),
        };
        await CallAsync(change.Name, () => LostAnswers.MakeAsync(
            () => Client.CreateCrawlerAsync(request, cancellationToken),
            request,
            async () => MadeCrawler.Of(await ReadAsync(change.Name, cancellationToken).ConfigureAwait(false), request.Role)))
            .ConfigureAwait(false);
        return connection.Written(change.Name, $"The crawler '{change.Name}' was created",
            token => GetAsync(change.Name, token));
    }

    /// <summary>Changes a crawler; what is not named stays.</summary>
    /// <param name="change">The change, checked by <see cref="Check"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The crawler as Glue now has it.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>, <c>CrawlerRunning</c>, <c>ChangedPartly</c>.</exception>
    public async Task<Written<LakeGlueCrawler>> ChangeAsync(CrawlerChange change, CancellationToken cancellationToken)
    {
        var isUpdate = change != new CrawlerChange { Name = change.Name, Tags = change.Tags };
        if (isUpdate)
        {
            var old = await ReadAsync(change.Name, cancellationToken).ConfigureAwait(false);
            var request = new UpdateCrawlerRequest
            {
                Name = change.Name,
                Role = change.Role is { } role
                    ? await JobRole.ResolveAsync(connection, role, cancellationToken).ConfigureAwait(false) : null,
                DatabaseName = change.DatabaseName,
                Description = change.Description,
                Targets = change.Target is { } targets ? CrawlerTargetParts.Of(targets, old.Targets)
                    : CrawlerTargetList.IsSaid(change) ? CrawlerTargetList.Apply(old.Targets ?? new CrawlerTargets(), change) : null,
                Schedule = change.Schedule,
                Classifiers = change.Classifier?.ToList(),
                TablePrefix = change.TablePrefix,
                SchemaChangePolicy = Policy(old.SchemaChangePolicy, change),
                RecrawlPolicy = Recrawl(change),
                LakeFormationConfiguration = LakeFormation(old.LakeFormationConfiguration, change),
                Configuration = change.Configuration,
                CrawlerSecurityConfiguration = change.SecurityConfiguration,
            };
            await CallAsync(change.Name, () => Client.UpdateCrawlerAsync(request, cancellationToken)).ConfigureAwait(false);
        }

        var changed = $"The crawler '{change.Name}' was changed";
        if (!isUpdate) await GetAsync(change.Name, cancellationToken).ConfigureAwait(false);
        if (change.Tags is { } tags)
            await new GlueTags(connection).ChangeAsync(
                "crawler/" + change.Name, tags, change.Name, isUpdate ? changed : null, cancellationToken).ConfigureAwait(false);
        return connection.Written(change.Name, changed, token => GetAsync(change.Name, token));
    }

    /// <summary>Reads one crawler by its name, or all that match a pattern.</summary>
    /// <param name="name">A name or pattern.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The crawlers, page by page.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeGlueCrawler> FindAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pattern = new KeyPattern(name);
        if (!pattern.HasWildcards)
        {
            yield return await GetAsync(pattern.Prefix, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var pages = Client.Paginators.GetCrawlers(new GetCrawlersRequest()).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var item in page.Crawlers ?? [])
                if (pattern.IsMatch(item.Name)) yield return ToCrawler(item);
    }

    /// <summary>Starts a crawl.</summary>
    /// <param name="name">The crawler.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The crawler after the change.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>, <c>CrawlerRunning</c>.</exception>
    public async Task<Written<LakeGlueCrawler>> StartAsync(string name, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        await CallAsync(name, () => LostAnswers.CallAsync(
            () => Client.StartCrawlerAsync(new StartCrawlerRequest { Name = name }, cancellationToken),
            async () =>
            {
                // A crawl that is older than the call was started by another caller. The own one may have ended by now.
                var crawler = await ReadAsync(name, cancellationToken).ConfigureAwait(false);
                return crawler.State == CrawlerState.READY
                    || crawler.CrawlElapsedTime <= Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            })).ConfigureAwait(false);
        return connection.Written(name, $"The crawler '{name}' was started",
            token => GetAsync(name, token));
    }

    /// <summary>Asks for the end of a crawl.</summary>
    /// <param name="name">The crawler.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The crawler after the change.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>, <c>CrawlerNotRunning</c>.</exception>
    public async Task<Written<LakeGlueCrawler>> StopAsync(string name, CancellationToken cancellationToken)
    {
        await CallAsync(name, () => LostAnswers.CallAsync(
            () => Client.StopCrawlerAsync(new StopCrawlerRequest { Name = name }, cancellationToken),
            async () => (await ReadAsync(name, cancellationToken).ConfigureAwait(false)).State != CrawlerState.RUNNING))
            .ConfigureAwait(false);
        return connection.Written(name, $"The crawler '{name}' was stopped",
            token => GetAsync(name, token));
    }

    /// <summary>Waits for the end of a crawl.</summary>
    /// <param name="name">The crawler.</param>
    /// <param name="progress">Told what it does; or null.</param>
    /// <param name="cancellationToken">Ends the waiting, and not the crawl.</param>
    /// <returns>The crawler once it is ready again.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>, <c>CrawlFailed</c>.</exception>
    public async Task<LakeGlueCrawler> WaitAsync(string name, IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            var crawler = await GetAsync(name, cancellationToken).ConfigureAwait(false);
            if (crawler.State == CrawlerState.READY)
            {
                return crawler.LastCrawlStatus == LastCrawlStatus.FAILED
                    ? throw Fault.CrawlFailed(crawler, name, crawler.LastCrawlMessage ?? "no reason was returned") : crawler;
            }

            progress?.Report(new LakeProgress($"Crawling with {name}", crawler.State ?? ""));
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a crawler; its tables stay.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>CrawlerNotFound</c>, <c>CrawlerRunning</c>.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(name, () => Client.DeleteCrawlerAsync(new DeleteCrawlerRequest { Name = name }, cancellationToken));

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static SchemaChangePolicy? Policy(SchemaChangePolicy? old, CrawlerChange change) =>
        change is { UpdateBehavior: null, DeleteBehavior: null } ? null : new SchemaChangePolicy
        {
            UpdateBehavior = change.UpdateBehavior ?? old?.UpdateBehavior,
            DeleteBehavior = change.DeleteBehavior ?? old?.DeleteBehavior,
        };

    private static RecrawlPolicy? Recrawl(CrawlerChange change) =>
        change.RecrawlBehavior is { } behavior ? new RecrawlPolicy { RecrawlBehavior = behavior } : null;

    private static LakeFormationConfiguration? LakeFormation(LakeFormationConfiguration? old, CrawlerChange change) =>
        change is { UseLakeFormationCredential: null, LakeFormationAccountId: null } ? null : new LakeFormationConfiguration
        {
            UseLakeFormationCredentials = change.UseLakeFormationCredential ?? old?.UseLakeFormationCredentials,
            AccountId = change.LakeFormationAccountId ?? old?.AccountId,
        };

    /// <summary>The settings of a crawler that its object does not show, so that a copy lacks them.</summary>
    /// <param name="crawler">The crawler.</param>
    /// <returns>The settings, in words.</returns>
    public static IReadOnlyList<string> NotShown(LakeGlueCrawler crawler) => crawler.Further;

    /// <summary>The output of a crawler.</summary>
    internal static LakeGlueCrawler ToCrawler(Crawler item) => new()
    {
        Name = item.Name,
        Description = item.Description,
        Role = item.Role,
        Target = CrawlerTargetList.Shown(item.Targets),
        Targets = item.Targets,
        Further =
        [
            .. CrawlerTargetList.NotShown(item.Targets),
            .. Named("data lineage", item.LineageConfiguration?.CrawlerLineageSettings is { } lineage
                && lineage != CrawlerLineageSettings.DISABLE),
            .. Named("paused state of the schedule", item.Schedule?.State == ScheduleState.NOT_SCHEDULED),
            .. UnknownMembers.Names(item),
        ],
        DatabaseName = item.DatabaseName,
        TablePrefix = item.TablePrefix,
        Schedule = item.Schedule?.ScheduleExpression,
        ScheduleState = item.Schedule?.State?.Value,
        Classifier = item.Classifiers ?? [],
        UpdateBehavior = item.SchemaChangePolicy?.UpdateBehavior?.Value,
        DeleteBehavior = item.SchemaChangePolicy?.DeleteBehavior?.Value,
        RecrawlBehavior = item.RecrawlPolicy?.RecrawlBehavior?.Value,
        Configuration = item.Configuration,
        SecurityConfiguration = item.CrawlerSecurityConfiguration,
        UseLakeFormationCredential = item.LakeFormationConfiguration?.UseLakeFormationCredentials ?? false,
        LakeFormationAccountId = item.LakeFormationConfiguration?.AccountId is { Length: > 0 } account ? account : null,
        State = item.State?.Value,
        LastCrawlStatus = item.LastCrawl?.Status?.Value,
        LastCrawlOn = item.LastCrawl?.StartTime?.ToLocalTime(),
        LastCrawlMessage = item.LastCrawl?.ErrorMessage,
        CatalogId = item.CatalogId,
        CreatedOn = item.CreationTime?.ToLocalTime(),
        LastModifiedOn = item.LastUpdated?.ToLocalTime(),
    };

    private static IEnumerable<string> Named(string part, bool isThere) => isThere ? [part] : [];

    private static async Task<T> CallAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            return await GlueChange.CallAsync(
                call, cause => Fault.CrawlerNotFound(name, inner: cause), cause => Fault.CrawlerExists(name, inner: cause))
                .ConfigureAwait(false);
        }
        catch (CrawlerRunningException error)
        {
            throw Fault.CrawlerRunning(name, inner: error);
        }
        catch (Exception error) when (error is CrawlerNotRunningException or CrawlerStoppingException)
        {
            throw Fault.CrawlerNotRunning(name, inner: error);
        }
    }

    private async Task<LakeGlueCrawler> GetAsync(string name, CancellationToken cancellationToken) =>
        ToCrawler(await ReadAsync(name, cancellationToken).ConfigureAwait(false));

    private async Task<Crawler> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await CallAsync(name, () => Client.GetCrawlerAsync(new GetCrawlerRequest { Name = name }, cancellationToken))
            .ConfigureAwait(false)).Crawler;
}
