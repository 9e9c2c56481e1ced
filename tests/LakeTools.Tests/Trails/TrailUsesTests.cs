using LakeTools.Core.Trails;

namespace LakeTools.Tests.Trails;

/// <summary>The last use of tables by principals, by which permissions are unused, and which the report shows.</summary>
public sealed class TrailUsesTests
{
    private const string P = "arn:aws:iam::111122223333:role/p";
    private const string Catalog = "111122223333";
    private const string Region = "eu-central-1";

    private static readonly DateTime s_noon = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);

    [Fact]
    public void The_latest_event_counts_in_whatever_order_they_come()
    {
        var uses = Of([.. new[] { 1, 3, 2 }.Select(hours => Event(P, "D", "T", s_noon.AddHours(hours)))]);
        Assert.Equal(s_noon.AddHours(3), On(uses, P, "d", "t"));
        Assert.Equal([(P, "d", "t", s_noon.AddHours(3))], uses.Tables);
        Assert.Null(On(uses, P, "d", "u"));
        Assert.Null(On(uses, P + "q", "d", "t"));
    }

    [Fact]
    public void An_event_that_names_no_principal_or_no_table_is_no_use() =>
        Assert.Empty(Of(Event(null, "d", "t", s_noon), Event(P, null, null, s_noon.AddHours(-1))).Tables);

    [Fact]
    public void A_table_of_the_same_name_in_another_catalog_or_region_is_another_one() => Assert.Empty(Of(
        Event(P, "d", "t", s_noon) with { CatalogId = "444455556666" }, Event(P, "d", "t", s_noon) with { Region = "us-east-1" }).Tables);

    private static TrailUses Of(params LakeAccessEvent[] events)
    {
        var uses = new TrailUses();
        foreach (var item in events)
            if (TrailUse.Of(item, Catalog, Region) is { } use) uses.Add(use);
        return uses;
    }

    private static DateTime? On(TrailUses uses, string principal, string database, string table) =>
        uses.OfTables(principal, (ofDatabase, name) => ofDatabase == database && name == table);

    private static LakeAccessEvent Event(string? principal, string? database, string? table, DateTime time) => new()
    {
        Time = time, Principal = principal, DatabaseName = database, TableName = table, EventId = "e", CatalogId = Catalog, Region = Region,
    };
}
