
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

public sealed class GrantBatchesTests
{
    private static LakeGrant Of(string principal, LakeResource resource) => new(principal, resource, PermissionSet.Select);

    [Fact]
    public void A_batch_is_whole_or_asked_for_in_part()
    {
        var batches = new GrantBatches(2);
        batches.Add(Of("p", LakeResource.Table("d", "t1")));
        Assert.Empty(batches.Take(partly: false));
        batches.Add(Of("p", LakeResource.Table("d", "t2")));
        batches.Add(Of("p", LakeResource.Table("d", "t3")));
        Assert.Equal(2, batches.Take(partly: false).Count);
        Assert.Empty(batches.Take(partly: false));
        Assert.Single(batches.Take(partly: true));
        Assert.Equal(0, batches.Count);
    }

    public static TheoryData<LakeResource, LakeResource> SameThing => new()
    {
        { LakeResource.Table("d", "t"), LakeResource.Table("d", "t") },
        { LakeResource.Table("d", "t"), LakeResource.Columns("d", "t", ["a"]) },
        { LakeResource.Columns("d", "t", null, ["b"]), LakeResource.Columns("d", "t", ["a"]) },
        { LakeResource.AllTables("d"), LakeResource.Columns("d", "*", null) },
        { LakeResource.Tag("k", ["x"]), LakeResource.Tag("k", ["y"]) },
        { LakeResource.Location("arn:aws:s3:::b/p"), LakeResource.Location("arn:aws:s3:::b/p") },
    };

    [Theory]
    [MemberData(nameof(SameThing))]
    public void What_a_principal_holds_on_one_thing_is_in_one_batch_at_a_time(LakeResource first, LakeResource second)
    {
        var batches = new GrantBatches(1);
        batches.Add(Of("p", first));
        batches.Add(Of("p", second));
        batches.Add(Of("q", second));
        var running = batches.Take(partly: true);
        Assert.Equal("q", Assert.Single(batches.Take(partly: true)).Principal);
        Assert.Empty(batches.Take(partly: true));
        batches.Release(running);
        Assert.Equal(second, Assert.Single(batches.Take(partly: true)).Resource);
    }

    [Fact]
    public void Different_things_do_not_wait_for_each_other()
    {
        LakeResource[] things =
        [
            LakeResource.Catalog(), LakeResource.Database("d"), LakeResource.Table("d", "t"), LakeResource.AllTables("d"),
                LakeResource.DataFilter("d", "t", "f"),
            LakeResource.Location("arn:aws:s3:::b/p"), LakeResource.Tag("k", ["x"]),
        ];
        var batches = new GrantBatches(1);
        foreach (var thing in things) batches.Add(Of("p", thing));
        foreach (var thing in things) Assert.Equal(thing, Assert.Single(batches.Take(partly: false)).Resource);
    }
}
