using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Permissions;

/// <summary>A permission that the service has and this version does not know is shown, kept and given back as it is.</summary>
public sealed class UnknownPermissionTests : IDisposable
{
    private const string New = "READ_ROW_HISTORY";
    private static readonly LakeResource s_database = LakeResource.Database("sales", TestLake.Account);

    private readonly TestLake _lake = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Sets_keep_it_beside_what_they_know()
    {
        var set = PermissionNames.Listed(["SELECT", New]);
        Assert.Equal(["SELECT", New], set.Names());
        Assert.Equal([New], set.UnknownOf().Names());
        Assert.Equal(set, PermissionNames.Listed([New, "SELECT"]));
        Assert.Equal(PermissionSet.None, PermissionNames.Parse(PermissionNames.All).UnknownOf());
        Assert.DoesNotContain(New, PermissionNames.All);
    }

    [Fact]
    public void A_grant_of_nothing_else_is_not_lost()
    {
        var grant = new LakeGrant(TestLake.Analyst, s_database, PermissionNames.Listed([New]));
        Assert.Equal([grant], CanonicalGrants.FromListed(CanonicalGrants.ToListed([grant]), TestLake.Account));
    }

    [Fact]
    public async Task What_is_listed_is_shown_and_can_be_revoked_by_that_name()
    {
        Hold("DESCRIBE", New);
        var permission = Assert.Single(await ListAsync());
        Assert.Equal(["DESCRIBE", New], permission.Permission);
        var request = new GrantRequest
        {
            Principal = [permission.Principal],
            Permission = permission.Permission,
            Resource = new ResourceInput { DatabaseName = "sales" },
            IsRevoke = true,
        };
        var grant = Assert.Single(PermissionRules.Check(request, LakeHome.Embedded).GrantsOrThrow());
        Assert.Equal(["DESCRIBE", New], grant.Permissions.Names());
    }

    [Fact]
    public async Task An_export_keeps_it_and_compares_as_equal()
    {
        Hold("DESCRIBE", New);
        var folder = Directory.CreateTempSubdirectory("laketools-").FullName;
        try
        {
            var service = new DefinitionService(_lake.Connect(), new FolderJournal(folder));
            var text = await service.ExportAsync("lake", null, null, Ct);
            Assert.Contains(New, text, StringComparison.Ordinal);
            var file = Path.Combine(folder, "lake.yaml");
            await File.WriteAllTextAsync(file, text, Ct);
            var source = new DefinitionSource(new Dictionary<string, Func<string, string, DefinitionNode>>());
            Assert.False((await service.CompareAsync(source, file, new Dictionary<string, string>(), false, null, Ct)).HasChanges);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Hold(params string[] names) => _lake.Lake.Instance.Store.Write(session => new GrantStore(session, TestLake.Account)
        .Replace([], [new LakeGrant(TestLake.Analyst, s_database, PermissionNames.Listed(names))], 0, "test"));

    private async Task<List<LakePermission>> ListAsync()
    {
        var found = new List<LakePermission>();
        await foreach (var permission in new PermissionService(_lake.Connect()).ListAsync(new PermissionFilter(), Ct))
            found.Add(permission);
        return found;
    }
}
