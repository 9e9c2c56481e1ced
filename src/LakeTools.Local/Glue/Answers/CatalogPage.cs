using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Answers;

/// <summary>
/// Walks a list by name, leaving out what the caller may not see, until a page is full. The token names the last item that was
/// shown, and there is one only where more will be: neither tells of what is hidden.
/// </summary>
internal static class CatalogPage
{
    /// <summary>A page and the token of the next one.</summary>
    /// <param name="call">The call, for its token.</param>
    /// <param name="list">The list's name, so that a token of another list is refused.</param>
    /// <param name="size">How many items a page has.</param>
    /// <param name="after">Reads items whose name follows.</param>
    /// <param name="name">An item's name.</param>
    /// <param name="show">An item as it is answered; null to leave it out.</param>
    public static (JsonArray Page, string? Next) Walk<T>(ApiCall call, string list, int size, Func<string, int, List<T>> after,
        Func<T, string> name, Func<T, JsonNode?> show)
    {
        var last = "";
        if (call.Input.Text("NextToken") is { Length: > 0 } token)
            last = PageToken.Read(token, list) is [var key] ? key : throw CatalogAnswers.BadToken();
        var (page, shown) = (new JsonArray(), last);
        while (true)
        {
            var rows = after(last, size + 1);
            foreach (var row in rows)
            {
                last = name(row);
                if (show(row) is not { } item) continue;
                if (page.Count == size) return (page, PageToken.Write(list, shown));
                shown = last;
                page.Add(item);
            }

            if (rows.Count <= size) return (page, null);
        }
    }
}
