
using LakeTools.Core.Permissions.Grants;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Permissions;

/// <summary>Long lists of permissions.</summary>
public sealed class PermissionListingTests : IDisposable
{
    private const int Page = 1000;

    private readonly TestLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_long_list_holds_no_more_than_its_pages_at_a_time()
    {
        const int Count = 20 * Page;
        Grant(Count);
        var seen = new List<WeakReference>(Count);
        var most = 0;
        await foreach (var permission in new PermissionService(_lake.Connect()).ListAsync(new PermissionFilter(), Token))
        {
            seen.Add(new WeakReference(permission));
            if (seen.Count % (5 * Page) != 0) continue;
            GC.Collect();
            most = Math.Max(most, seen.Count(item => item.IsAlive));
        }

        Assert.Equal(Count, seen.Count);
        Assert.InRange(most, 0, Page);
    }

    [Fact]
    public async Task The_first_permissions_come_while_the_second_page_is_on_its_way()
    {
        Grant(2 * Page);
        var slow = new SlowSecondPage();
        var list = new PermissionService(_lake.Connect(before: slow.Before)).ListAsync(new PermissionFilter(), Token)
            .GetAsyncEnumerator(Token);
        for (var i = 0; i < Page / 2; i++) Assert.True(await list.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(5), Token));
        Assert.False(slow.IsReleased);
        slow.Release();
        var rest = Page / 2;
        while (await list.MoveNextAsync()) rest++;
        Assert.Equal(2 * Page, rest);
    }

    [Fact]
    public async Task Whoever_has_enough_does_not_wait_for_the_page_that_was_asked_for_ahead()
    {
        Grant(2 * Page);
        var slow = new SlowSecondPage();
        await foreach (var permission in new PermissionService(_lake.Connect(before: slow.Before)).ListAsync(new PermissionFilter(), Token))
        {
            Assert.NotNull(permission);
            break;
        }

        Assert.False(slow.IsReleased);
    }

    private void Grant(int count) => _lake.Lake.Instance.Store.Write(session =>
    {
        var store = new GrantStore(session, TestLake.Account);
        for (var number = 0; number < count; number++)
        {
            var resource = LakeResource.Table("sales", $"t{number}", TestLake.Account);
            store.Replace([], [new LakeGrant(TestLake.Analyst, resource, PermissionSet.Describe)], 0, "test");
        }
    });

    private sealed class SlowSecondPage
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsReleased => _released.Task.IsCompleted;

        public void Release() => _released.SetResult();

        public HttpMessageHandler Before(HttpMessageHandler lake) => new Handler(lake, _released.Task);

        private sealed class Handler(HttpMessageHandler lake, Task released) : DelegatingHandler(lake)
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var body = await request.Content!.ReadAsStringAsync(cancellationToken);
                if (body.Contains("NextToken", StringComparison.Ordinal)) await released.WaitAsync(cancellationToken);
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
