using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>ListSecrets: filters, order and pages.</summary>
internal static class SecretListing
{
    private const int DefaultPage = 100;

    public static JsonObject List(ApiCall call)
    {
        var secrets = new SecretRepository(call.Session, call.Lake);
        var filters = SecretFilter.Read(call.Input);
        var withDeleted = call.Input.Flag("IncludePlannedDeletion");
        var matches = secrets.All().Where(secret => (withDeleted || secret.Deleted is null) && filters.All(filter => filter.Matches(secret)));
        var sorted = Sorted(matches, call.Input.Text("SortBy") ?? "created-date", call.Input.Text("SortOrder") != "asc");
        var (page, next) = Page(sorted, "secrets", call.Input.Text("NextToken"), (int)(call.Input.Number("MaxResults") ?? DefaultPage));
        return new JsonObject
        {
            ["SecretList"] = page.Select(secret => SecretLifecycle.Facts(secret, call.Lake)
                .With("SecretVersionsToStages", SecretLifecycle.StagesByVersion(secrets, secret))
                .With("DeletedDate", EpochTime.ToWire(secret.Deleted))).ToJsonArray(),
        }.With("NextToken", next);
    }

    /// <summary>Secrets in an order of the API, each with a text that sorts as it does.</summary>
    public static List<(string Key, SecretRecord Secret)> Sorted(IEnumerable<SecretRecord> secrets, string sortBy, bool descending)
    {
        var keyed = secrets.Select(secret => (Key: $"{SortKey(secret, sortBy)}\n{secret.Id:D19}", Secret: secret)).ToList();
        keyed.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key) * (descending ? -1 : 1));
        return keyed;
    }

    /// <summary>The page after a token's key, and the token of the next one.</summary>
    public static (List<SecretRecord> Page, string? Next) Page(List<(string Key, SecretRecord Secret)> sorted, string list, string? token, int size)
    {
        var rest = sorted;
        if (token is not null)
        {
            if (PageToken.Read(token, list) is not [var last, var direction]) throw SecretErrors.InvalidToken();
            var sign = direction == "desc" ? -1 : 1;
            rest = sorted.Where(item => string.CompareOrdinal(item.Key, last) * sign > 0).ToList();
        }

        var page = rest.Take(size).ToList();
        if (rest.Count <= size) return ([.. page.Select(item => item.Secret)], null);
        var isDescending = string.CompareOrdinal(rest[0].Key, rest[^1].Key) > 0;
        return ([.. page.Select(item => item.Secret)], PageToken.Write(list, page[^1].Key, isDescending ? "desc" : "asc"));
    }

    private static string SortKey(SecretRecord secret, string sortBy) => sortBy switch
    {
        "name" => secret.Name,
        "last-changed-date" => Sortable(secret.Changed),
        "last-accessed-date" => Sortable(secret.Accessed ?? 0),
        _ => Sortable(secret.Created),
    };

    private static string Sortable(long milliseconds) => milliseconds.ToString("D19", CultureInfo.InvariantCulture);
}
