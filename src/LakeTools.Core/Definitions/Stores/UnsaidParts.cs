using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Roles;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The parts of one thing that no definition can express, so that a restore makes the thing without them.</summary>
/// <param name="connection">The lake.</param>
internal sealed class UnsaidParts(LakeConnection connection)
{
    /// <summary>The name of the part that a database of other defaults has.</summary>
    public const string TableDefault = "default permissions of tables";

    private const string Tags = "tags";

    /// <summary>Reads the parts of a thing.</summary>
    /// <param name="key">The thing.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The parts, such as <c>tags</c>. What the caller may not read counts as a part. None of a thing
    /// that does not exist.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(StateKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LakeException || SdkErrors.CanTranslate(error))
        {
            var translated = error as LakeException ?? SdkErrors.Translate(error, "GetTags", key.ToString());
            return translated.Category switch
            {
                LakeErrorCategory.PermissionDenied => ["further settings, which you do not have permission to read"],
                LakeErrorCategory.NotFound => [],
                _ => throw translated,
            };
        }
    }

    private async Task<IReadOnlyList<string>> ReadAsync(StateKey key, CancellationToken cancellationToken) => key.Kind switch
    {
        StateKind.Database => [.. await OfDatabaseAsync(key.Id, cancellationToken).ConfigureAwait(false),
            .. await TagsAsync(GlueTags.Database(key.Id), cancellationToken).ConfigureAwait(false)],
        StateKind.Job => await TagsAsync(GlueTags.Job(key.Id), cancellationToken).ConfigureAwait(false),
        StateKind.Trigger => await TagsAsync("trigger/" + key.Id, cancellationToken).ConfigureAwait(false),
        StateKind.Crawler => [
            .. await FirstAsync(new CrawlerService(connection).FindAsync(KeyPattern.Escape(key.Id), cancellationToken),
                CrawlerService.NotShown).ConfigureAwait(false),
            .. await TagsAsync("crawler/" + key.Id, cancellationToken).ConfigureAwait(false)],
        StateKind.Connection => [
            .. await FirstAsync(new GlueConnectionService(connection).FindAsync(KeyPattern.Escape(key.Id), connection.CatalogId,
                cancellationToken), PartsOf).ConfigureAwait(false),
            .. await TagsAsync("connection/" + key.Id, cancellationToken).ConfigureAwait(false)],
        StateKind.Catalog => await FirstAsync(new CatalogService(connection).FindAsync(KeyPattern.Escape(key.Id), null, false,
            cancellationToken), CatalogService.NotShown).ConfigureAwait(false),
        StateKind.Role => RoleService.NotShown(
            await new RoleService(connection).GetAsync(key.Id, cancellationToken).ConfigureAwait(false)),
        StateKind.Bucket => await BucketSettings.OfAsync(connection.Clients.S3, key.Id, cancellationToken).ConfigureAwait(false),
        _ => [],
    };

    /// <summary>The parts of a connection.</summary>
    public static IReadOnlyList<string> PartsOf(LakeGlueConnection item) =>
        item.HasPassword ? [.. GlueConnectionService.NotShown(item), "password"] : GlueConnectionService.NotShown(item);

    /// <summary>The default permissions of a database's tables, where they are not those of the lake.</summary>
    private async Task<IReadOnlyList<string>> OfDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        var database = await new DatabaseService(connection).GetAsync(name, connection.CatalogId, cancellationToken).ConfigureAwait(false);
        return IsUnusual(database, await UsualAsync(connection, cancellationToken).ConfigureAwait(false)) ? [TableDefault] : [];
    }

    /// <summary>Whether a database has other default permissions for its tables than one that a definition makes.</summary>
    public static bool IsUnusual(GlueDatabase database, string usual) =>
        database is { IsResourceLink: false, TableDefaultPermission: { } own } && own != usual;

    /// <summary>
    /// The default of a database that a definition makes: the setting of the lake. If the setting may not be read, it is no database's.
    /// </summary>
    public static async Task<string> UsualAsync(LakeConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var setting = await new SettingService(connection).GetAsync(connection.CatalogId, cancellationToken).ConfigureAwait(false);
            return setting.CreateTableDefaultPermission ?? "";
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException)
        {
            return "";
        }
    }

    private async Task<IReadOnlyList<string>> TagsAsync(string resource, CancellationToken cancellationToken) =>
        (await new GlueTags(connection).GetAsync(resource, cancellationToken).ConfigureAwait(false)).Count > 0 ? [Tags] : [];

    private static async Task<IReadOnlyList<string>> FirstAsync<T>(IAsyncEnumerable<T> found, Func<T, IReadOnlyList<string>> parts)
    {
        await foreach (var item in found.ConfigureAwait(false)) return parts(item);
        return [];
    }
}
