using System.Text.Json.Nodes;
using LakeTools.Local.LakeFormation;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>The states of a transaction: it ends one way, and can be told so again.</summary>
public sealed class TransactionTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly LakeFormationApi _api = new();
    private readonly ApiDriver _driver;

    public TransactionTests() => _driver = new ApiDriver(_lake, _api);

    public void Dispose()
    {
        _api.Dispose();
        _lake.Dispose();
    }

    [Theory]
    [InlineData(null, "CommitTransaction", null)]
    [InlineData(null, "CancelTransaction", null)]
    [InlineData(null, "ExtendTransaction", null)]
    [InlineData("CommitTransaction", "CommitTransaction", null)]
    [InlineData("CommitTransaction", "CancelTransaction", "TransactionCommittedException")]
    [InlineData("CommitTransaction", "ExtendTransaction", "TransactionCommittedException")]
    [InlineData("CancelTransaction", "CommitTransaction", "TransactionCanceledException")]
    [InlineData("CancelTransaction", "CancelTransaction", null)]
    [InlineData("CancelTransaction", "ExtendTransaction", "TransactionCanceledException")]
    public void A_transaction_ends_one_way(string? before, string operation, string? code)
    {
        var input = new { TransactionId = (string)_driver.Call("StartTransaction")["TransactionId"]! };
        if (before is not null) _driver.Call(before, input);
        var state = StateOf(input);
        if (code is null)
        {
            _driver.Call(operation, input);
        }
        else
        {
            Assert.Equal(code, _driver.Refused(operation, input));
            Assert.Equal(state, StateOf(input));
        }
    }

    [Fact]
    public void What_was_never_started_is_not_found()
    {
        foreach (var operation in (string[])["CommitTransaction", "CancelTransaction", "ExtendTransaction", "DescribeTransaction"])
            Assert.Equal("EntityNotFoundException", _driver.Refused(operation, new { TransactionId = "none" }));
    }

    private string? StateOf(object input) => (string?)(_driver.Call(
        "DescribeTransaction", input)["TransactionDescription"] as JsonObject)?["TransactionStatus"];
}
