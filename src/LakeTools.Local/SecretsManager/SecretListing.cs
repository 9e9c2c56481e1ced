using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>ListSecrets: filters, order and pages.</summary>
internal static class SecretListing
{
    private const int DefaultPage = 100;

    public static JsonObject List(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var order = new SecretOrder(call.Input.Text("SortBy") ?? "created-date", call.Input.Text("SortOrder") == "desc");
        var (page, next) = Page(call, secrets, order, call.Input.Flag("IncludePlannedDeletion"), DefaultPage);
        return new JsonObject
        {
            ["SecretList"] = page.Select(secret => SecretLifecycle.Facts(secret)
                .With("SecretVersionsToStages", SecretLifecycle.StagesByVersion(secrets, secret))
                .With("DeletedDate", EpochTime.ToWire(secret.Deleted))).ToJsonArray(),
        }.With("NextToken", next);
    }

    /// <summary>
    /// A page of the secrets that match the call's filters, and the token of the next one. It reads only as many secrets as needed.
    /// </summary>
    /// <param name="call">The call, for its filters, its token and the size of its pages.</param>
    /// <param name="secrets">The secrets.</param>
    /// <param name="order">The order.</param>
    /// <param name="withDeleted">Whether those that wait for their deletion come too.</param>
    /// <param name="byDefault">The page size if the call has none.</param>
    public static (List<SecretRecord> Page, string? Next) Page(ApiCall call, SecretRepository secrets, SecretOrder order,
        bool withDeleted, int byDefault)
    {
        var filters = SecretFilter.Read(call.Input);
        var page = new Page(call.Input, PageForm.Secrets, call.Operation, byDefault);
        var last = Start(page, order);
        var shown = new List<SecretRecord>();
        while (true)
        {
            var rows = secrets.After(order, last, withDeleted, page.Size + 1);
            foreach (var secret in rows)
            {
                last = (order.KeyOf(secret), secret.Id);
                if (!filters.TrueForAll(filter => filter.Matches(secret))) continue;
                if (shown.Count == page.Size) return (shown, page.Token(order.Text, order.KeyOf(shown[^1]), shown[^1].Id));
                shown.Add(secret);
            }

            if (rows.Count <= page.Size) return (shown, null);
        }
    }

    private static (object Key, long Id)? Start(Page page, SecretOrder order) => page.Last switch
    {
        [] => null,
        [var text, var key, var id] when text == order.Text && order.TryReadKey(key, out var last) => (last, page.Number(id)),
        _ => throw page.Invalid(),
    };
}
