using System.Globalization;
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
        var secrets = new SecretRepository(call.Session, call.Lake);
        var order = new SecretOrder(call.Input.Text("SortBy") ?? "created-date", call.Input.Text("SortOrder") != "asc");
        var (page, next) = Page(call, secrets, "secrets", order, call.Input.Flag("IncludePlannedDeletion"), DefaultPage);
        return new JsonObject
        {
            ["SecretList"] = page.Select(secret => SecretLifecycle.Facts(secret, call.Lake)
                .With("SecretVersionsToStages", SecretLifecycle.StagesByVersion(secrets, secret))
                .With("DeletedDate", EpochTime.ToWire(secret.Deleted))).ToJsonArray(),
        }.With("NextToken", next);
    }

    /// <summary>
    /// A page of what the call's filters let through, and the token of the next one. It reads no more secrets than it must.
    /// </summary>
    /// <param name="call">The call, for its filters, its token and the size of its pages.</param>
    /// <param name="secrets">The secrets.</param>
    /// <param name="list">The list's name, so that a token of another list is refused.</param>
    /// <param name="order">The order.</param>
    /// <param name="withDeleted">Whether those that wait for their deletion come too.</param>
    /// <param name="byDefault">How many a page has where the call does not say.</param>
    public static (List<SecretRecord> Page, string? Next) Page(ApiCall call, SecretRepository secrets, string list, SecretOrder order,
        bool withDeleted, int byDefault)
    {
        var filters = SecretFilter.Read(call.Input);
        var size = (int)(call.Input.Number("MaxResults") ?? byDefault);
        var last = Start(call, list, order);
        var page = new List<SecretRecord>();
        while (true)
        {
            var rows = secrets.After(order, last, withDeleted, size + 1);
            foreach (var secret in rows)
            {
                last = (order.KeyOf(secret), secret.Id);
                if (!filters.TrueForAll(filter => filter.Matches(secret))) continue;
                if (page.Count == size) return (page, Token(list, order, page[^1]));
                page.Add(secret);
            }

            if (rows.Count <= size) return (page, null);
        }
    }

    private static string Token(string list, SecretOrder order, SecretRecord last) =>
        PageToken.Write(list, order.Text, string.Create(CultureInfo.InvariantCulture, $"{order.KeyOf(last)}"),
            last.Id.ToString(CultureInfo.InvariantCulture));

    private static (object Key, long Id)? Start(ApiCall call, string list, SecretOrder order)
    {
        if (call.Input.Text("NextToken") is not { } token) return null;
        return PageToken.Read(token, list) is [var text, var key, var id] && text == order.Text && order.TryReadKey(key, out var last)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (last, number)
            : throw SecretErrors.InvalidToken();
    }
}
