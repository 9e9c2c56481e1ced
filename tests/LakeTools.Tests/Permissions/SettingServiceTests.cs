using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;
using Xunit;

namespace LakeTools.Tests.Permissions;

/// <summary>Changes of settings while somebody else replaces them.</summary>
public sealed class SettingServiceTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_change_that_another_writer_undoes_is_made_again_on_top_of_his()
    {
        var other = new SettingService(_lake.Connection);
        var puts = 0;
        var connection = AfterPut(async () =>
        {
            if (++puts > 1) return;
            await other.ChangeAsync(new SettingOptions { Administrator = ["role/LakeAdmin", "role/Other"] }, null, Token);
        });

        var outcome = await new SettingService(connection).AddAdministratorAsync(["role/Ours"], readOnly: false, null, Token);

        Assert.True(outcome.Changed);
        Assert.Equal(2, puts);
        Assert.Equal(["role/LakeAdmin", "role/Other", "role/Ours"], await AdministratorsAsync());
    }

    [Fact]
    public async Task A_change_that_is_undone_again_and_again_is_a_conflict()
    {
        var other = new SettingService(_lake.Connection);
        var connection = AfterPut(() => other.ChangeAsync(new SettingOptions { Administrator = ["role/LakeAdmin"] }, null, Token));

        var error = await Assert.ThrowsAsync<LakeException>(
            () => new SettingService(connection).AddAdministratorAsync(["role/Ours"], readOnly: false, null, Token));

        Assert.Equal("RequestConflict", error.Id);
        Assert.Equal(LakeErrorCategory.Conflict, error.Category);
    }

    [Fact]
    public async Task What_is_so_already_is_not_written()
    {
        var puts = 0;
        var connection = AfterPut(() => Task.FromResult(++puts));

        var outcome = await new SettingService(connection).AddAdministratorAsync(["role/LakeAdmin"], readOnly: false, null, Token);

        Assert.False(outcome.Changed);
        Assert.Equal(0, puts);
    }

    private LakeConnection AfterPut(Func<Task> work) => _lake.Connect(lake => new PutHandler(lake, work));

    private async Task<IEnumerable<string>> AdministratorsAsync() =>
        (await new SettingService(_lake.Connection).GetAsync(null, Token)).Administrator.Select(arn => arn[(arn.LastIndexOf(':') + 1)..]);

    private sealed class PutHandler(HttpMessageHandler lake, Func<Task> afterPut) : DelegatingHandler(lake)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.EndsWith("PutDataLakeSettings", StringComparison.Ordinal)) await afterPut();
            return answer;
        }
    }
}
