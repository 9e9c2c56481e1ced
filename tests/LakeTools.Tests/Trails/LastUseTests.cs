using LakeTools.Core.Trails;

namespace LakeTools.Tests.Trails;

/// <summary>The last use of tables by principals, which the report shows.</summary>
public sealed class LastUseTests
{
    private const string P = "arn:aws:iam::111122223333:role/p";

    private static readonly DateTime s_noon = new(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);

    [Fact]
    public void The_latest_event_counts_in_whatever_order_they_come()
    {
        var use = new LastUse();
        foreach (var hours in (int[])[1, 3, 2]) use.Add(Event(P, "d", "t", s_noon.AddHours(hours)));
        Assert.Equal(s_noon.AddHours(3), use.Of(P, "D", "T"));
        Assert.Equal(s_noon.AddHours(1), use.First);
        Assert.Null(use.Of(P, "d", "u"));
        Assert.Null(use.Of(P + "q", "d", "t"));
    }

    [Fact]
    public void An_event_that_names_no_principal_or_no_table_counts_for_nobody()
    {
        var use = new LastUse();
        use.Add(Event(null, "d", "t", s_noon));
        use.Add(Event(P, null, null, s_noon.AddHours(-1)));
        Assert.Null(use.Of(P, "d", "t"));
        Assert.Equal(s_noon.AddHours(-1), use.First);
    }

    private static LakeAccessEvent Event(string? principal, string? database, string? table, DateTime time) => new()
    {
        Time = time, Principal = principal, DatabaseName = database, TableName = table, EventId = "e",
    };
}
