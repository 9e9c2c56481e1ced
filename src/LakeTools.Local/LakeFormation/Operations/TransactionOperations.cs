using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Answers;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>
/// StartTransaction, CommitTransaction, CancelTransaction, ExtendTransaction, DescribeTransaction and ListTransactions, with the states
/// of the API reference. Ending a transaction again as it ended succeeds, ending it otherwise does not.
/// </summary>
internal static class TransactionOperations
{
    private const int DefaultPage = 100;

    public static JsonObject Start(ApiCall call)
    {
        var id = Guid.NewGuid().ToString("N");
        Transactions.Start(call.Session, id, call.Lake.Clock.Now());
        return new JsonObject { ["TransactionId"] = id };
    }

    public static JsonObject Commit(ApiCall call)
    {
        var transaction = Existing(call);
        if (transaction.Status == TransactionRecord.Aborted) throw Canceled(transaction);
        if (transaction.Status == TransactionRecord.Active)
            Transactions.End(call.Session, transaction.Id, TransactionRecord.Committed, call.Lake.Clock.Now());
        return new JsonObject { ["TransactionStatus"] = TransactionRecord.Committed };
    }

    public static JsonObject Cancel(ApiCall call)
    {
        var transaction = Existing(call);
        if (transaction.Status == TransactionRecord.Committed) throw Committed(transaction);
        if (transaction.Status == TransactionRecord.Active)
            Transactions.End(call.Session, transaction.Id, TransactionRecord.Aborted, call.Lake.Clock.Now());
        return [];
    }

    /// <summary>Idle transactions are not cancelled here (after how long AWS did so is not documented), so there is nothing
    /// to put off.</summary>
    public static JsonObject Extend(ApiCall call)
    {
        var transaction = Existing(call);
        return transaction.Status switch
        {
            TransactionRecord.Committed => throw Committed(transaction),
            TransactionRecord.Aborted => throw Canceled(transaction),
            _ => [],
        };
    }

    public static JsonObject Describe(ApiCall call) => new() { ["TransactionDescription"] = ToWire(Existing(call)) };

    public static JsonObject List(ApiCall call)
    {
        CatalogAnswers.CheckCatalog(call);
        var filter = call.Input.Text("StatusFilter") ?? "ALL";
        var page = new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage);
        var (found, next) = page.Walk(
            (after, count) => Transactions.After(call.Session, after.Length == 0 ? 0 : page.Number(after), count),
            transaction => transaction.Number.ToString(CultureInfo.InvariantCulture),
            transaction => IsWanted(transaction.Status, filter) ? ToWire(transaction) : null);
        return new JsonObject { ["Transactions"] = found }.With("NextToken", next);
    }

    private static bool IsWanted(string status, string filter) => filter switch
    {
        "ALL" => true,
        "COMPLETED" => status != TransactionRecord.Active,
        _ => status == filter,
    };

    private static TransactionRecord Existing(ApiCall call)
    {
        var id = call.Input.Text("TransactionId") ?? throw LakeFormationErrors.Invalid("TransactionId must be present.");
        return Transactions.Find(call.Session, id) ?? throw LakeFormationErrors.NotFound($"Transaction {id} not found.");
    }

    private static ApiException Committed(TransactionRecord transaction) =>
        new("TransactionCommittedException", $"Transaction {transaction.Id} is already committed.");

    private static ApiException Canceled(TransactionRecord transaction) =>
        new("TransactionCanceledException", $"Transaction {transaction.Id} is already canceled.");

    private static JsonObject ToWire(TransactionRecord transaction) => new JsonObject
    {
        ["TransactionId"] = transaction.Id,
        ["TransactionStatus"] = transaction.Status,
        ["TransactionStartTime"] = EpochTime.ToWire(transaction.Started),
    }.With("TransactionEndTime", EpochTime.ToWire(transaction.Ended));
}
