using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Settings;

/// <summary>
/// Reads and changes a lake's settings. The service only ever replaces them whole, and has no lock. So a change is made to
/// what was read, written, and looked for in what is read afterwards: where another writer was in between, it is made again.
/// </summary>
/// <param name="connection">The lake.</param>
public sealed class SettingService(LakeConnection connection)
{
    private const int MaximumAttempts = 8;

    /// <summary>Reads the settings.</summary>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settings.</returns>
    public async Task<LakeSetting> GetAsync(string? catalogId, CancellationToken cancellationToken) =>
        SettingMapping.ToSetting(await ReadAsync(catalogId, cancellationToken).ConfigureAwait(false), catalogId);

    /// <summary>Changes what the options name, and nothing else.</summary>
    /// <param name="options">The changes.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The settings as the service now has them.</returns>
    /// <exception cref="LakeException"><c>InvalidPrincipal</c>, <c>RequestConflict</c> where other writers kept changing them, and what
    /// the service refuses.</exception>
    public async Task<LakeSetting> ChangeAsync(SettingOptions options, string? catalogId, CancellationToken cancellationToken)
    {
        var complete = options with
        {
            Administrator = await CompleteAsync(options.Administrator, cancellationToken).ConfigureAwait(false),
            ReadOnlyAdministrator = await CompleteAsync(options.ReadOnlyAdministrator, cancellationToken).ConfigureAwait(false),
        };
        var (settings, _) = await ChangeAsync(settings => SettingMapping.Apply(complete, settings), catalogId, cancellationToken)
            .ConfigureAwait(false);
        return SettingMapping.ToSetting(settings, catalogId);
    }

    /// <summary>Finds the administrators that a new list lacks, if they are all of the lake's or the caller is one of them.</summary>
    /// <param name="principals">The new list.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Their ARNs; none if the caller still administers the lake, or never did.</returns>
    public async Task<IReadOnlyList<string>> FindLockedOutAsync(IReadOnlyList<string> principals, string? catalogId,
        CancellationToken cancellationToken)
    {
        var wanted = (await CompleteAsync(principals, cancellationToken).ConfigureAwait(false))!;
        var settings = await ReadAsync(catalogId, cancellationToken).ConfigureAwait(false);
        var gone = SettingMapping.Ids(settings.DataLakeAdmins).Except(wanted, StringComparer.Ordinal).ToList();
        if (gone.Count == 0 || wanted.Count == 0) return gone;
        var caller = await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        return gone.Exists(id => LakePrincipal.IsSame(id, caller)) ? gone : [];
    }

    /// <summary>Makes principals administrators. One that is an administrator of the other kind is both.</summary>
    /// <param name="principals">ARNs, <c>role/name</c> or <c>user/name</c>.</param>
    /// <param name="readOnly">True for read-only administrators.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The administrators that were named, and whether anything had to be changed.</returns>
    /// <exception cref="LakeException">As for settings.</exception>
    public Task<AdministratorOutcome> AddAdministratorAsync(IReadOnlyList<string> principals, bool readOnly, string? catalogId,
        CancellationToken cancellationToken) =>
        ChangeAdministratorsAsync(principals, readOnly, catalogId, (old, named) =>
            [.. old, .. named.Except(old, StringComparer.Ordinal)], cancellationToken);

    /// <summary>Takes principals from the administrators.</summary>
    /// <param name="principals">ARNs, <c>role/name</c> or <c>user/name</c>.</param>
    /// <param name="readOnly">True for read-only administrators.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The administrators that were named, and whether anything had to be changed.</returns>
    /// <exception cref="LakeException">As for settings.</exception>
    public Task<AdministratorOutcome> RemoveAdministratorAsync(IReadOnlyList<string> principals, bool readOnly, string? catalogId,
        CancellationToken cancellationToken) =>
        ChangeAdministratorsAsync(principals, readOnly, catalogId, (old, named) =>
            [.. old.Except(named, StringComparer.Ordinal)], cancellationToken);

    private async Task<AdministratorOutcome> ChangeAdministratorsAsync(IReadOnlyList<string> principals, bool readOnly, string? catalogId,
        Func<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>> change, CancellationToken cancellationToken)
    {
        var named = (await CompleteAsync(principals, cancellationToken).ConfigureAwait(false))!;
        var (_, changed) = await ChangeAsync(settings =>
        {
            var list = SettingMapping.Ids(readOnly ? settings.ReadOnlyAdmins : settings.DataLakeAdmins);
            return SettingMapping.Apply(readOnly
                ? new SettingOptions { ReadOnlyAdministrator = change(list, named) }
                : new SettingOptions { Administrator = change(list, named) }, settings);
        }, catalogId, cancellationToken).ConfigureAwait(false);
        return new AdministratorOutcome(
            [.. named.Select(id => new LakeAdministrator { Principal = id, ReadOnly = readOnly, CatalogId = catalogId })], changed);
    }

    // The change says whether it changed anything: where it does not, what was read is what was wanted.
    private async Task<(DataLakeSettings Settings, bool Changed)> ChangeAsync(Func<DataLakeSettings, bool> change, string? catalogId,
        CancellationToken cancellationToken)
    {
        var isWritten = false;
        for (var attempt = 0; attempt <= MaximumAttempts; attempt++)
        {
            var settings = isWritten
                ? await connection.Written("DataLakeSettings", "The settings were changed",
                    token => ReadAsync(catalogId, token)).ReadAsync(cancellationToken).ConfigureAwait(false)
                : await ReadAsync(catalogId, cancellationToken).ConfigureAwait(false);
            if (!change(settings)) return (settings, attempt > 0);
            if (attempt == MaximumAttempts) break;
            if (attempt > 0) await Task.Delay(Random.Shared.Next(20, 50 << Math.Min(attempt, 3)), cancellationToken).ConfigureAwait(false);
            try
            {
                await connection.Clients.LakeFormation.PutDataLakeSettingsAsync(
                    new PutDataLakeSettingsRequest { CatalogId = catalogId, DataLakeSettings = settings }, cancellationToken)
                        .ConfigureAwait(false);
                isWritten = true;
            }
            catch (ConcurrentModificationException)
            {
                // Read again what the other writer left.
            }
        }

        throw Fault.RequestConflict("DataLakeSettings", "Lake Formation", "the settings", "other writers keep changing them.");
    }

    private async Task<DataLakeSettings> ReadAsync(string? catalogId, CancellationToken cancellationToken) =>
        (await connection.Clients.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest { CatalogId = catalogId },
            cancellationToken)
            .ConfigureAwait(false)).DataLakeSettings;

    /// <summary>Refuses what cannot be an administrator, before any call.</summary>
    /// <param name="principals">The administrators. Null for none.</param>
    /// <exception cref="LakeException"><c>InvalidPrincipal</c>.</exception>
    public void CheckAdministrators(IEnumerable<string>? principals)
    {
        var home = connection.Home with { AccountId = connection.Home.AccountId ?? LakePrincipal.AnyAccount };
        foreach (var text in principals ?? []) _ = LakePrincipal.ParseAdministrator(text, home);
    }

    private async Task<IReadOnlyList<string>?> CompleteAsync(IReadOnlyList<string>? principals, CancellationToken cancellationToken)
    {
        if (principals is null) return null;
        if (principals.Any(LakePrincipal.NeedsAccount)) await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return [.. principals.Select(text => LakePrincipal.ParseAdministrator(text, connection.Home).Id).Distinct(StringComparer.Ordinal)];
    }
}
