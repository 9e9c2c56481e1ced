
using LakeTools.Core.Calls;

namespace LakeTools.Tests.Permissions;

public sealed class AdaptiveGateTests
{
    [Fact]
    public void The_bound_grows_by_one_with_each_round_that_went_well()
    {
        var gate = new AdaptiveGate(2, 5);
        var limits = new List<int>();
        for (var call = 0; call < 20; call++)
        {
            gate.Ease();
            limits.Add(gate.Limit);
        }

        Assert.Equal([2, 3, 3, 3, 4, 4, 4, 4, 5, 5], limits.Take(10));
        Assert.Equal(5, limits.Max());
    }

    [Fact]
    public void The_bound_halves_once_for_the_calls_of_one_burst()
    {
        var gate = new AdaptiveGate(12, 16);
        var before = gate.Epoch;
        gate.Strain(before);
        gate.Strain(before);
        Assert.Equal(6, gate.Limit);
        gate.Strain(gate.Epoch);
        Assert.Equal(3, gate.Limit);
    }

    [Fact]
    public void One_call_may_always_run()
    {
        var gate = new AdaptiveGate(2, 4);
        for (var i = 0; i < 5; i++) gate.Strain(gate.Epoch);
        Assert.Equal(1, gate.Limit);
        Assert.True(gate.HasRoom);
        gate.Enter();
        Assert.False(gate.HasRoom);
        gate.Leave();
        Assert.True(gate.HasRoom);
    }

    [Fact]
    public void Strain_begins_the_round_anew()
    {
        var gate = new AdaptiveGate(2, 4);
        gate.Ease();
        gate.Strain(-1);
        gate.Ease();
        Assert.Equal(2, gate.Limit);
        gate.Ease();
        Assert.Equal(3, gate.Limit);
    }
}
