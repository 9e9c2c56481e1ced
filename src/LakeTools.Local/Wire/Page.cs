using System.Globalization;
using System.Text.Json.Nodes;

namespace LakeTools.Local.Wire;

/// <summary>
/// A page of a list, as a call asks for it: how many items, and after which one. The token of the next page names the last item that
/// was shown (<see cref="PageToken"/>), and there is one only where more will be, so it tells nothing of what the caller may not see.
/// </summary>
internal sealed class Page
{
    private readonly PageForm _form;
    private readonly string _list;
    private readonly string[] _last;

    /// <summary>Reads what a call asks for.</summary>
    /// <param name="input">The call's members.</param>
    /// <param name="form">The page form of its service.</param>
    /// <param name="operation">The call's operation. A token of another one, or of a call with other members, is rejected.</param>
    /// <param name="byDefault">The page size if the call has none.</param>
    /// <param name="atMost">The maximum page size, also if the call asks for more.</param>
    /// <exception cref="ApiException">The token is not of this list.</exception>
    public Page(JsonObject input, PageForm form, string operation, int byDefault, int atMost = int.MaxValue - 1)
    {
        (_form, _list) = (form, PageToken.ListOf(operation, input, form));
        Size = (int)Math.Min(input.Number(form.Limit) ?? byDefault, atMost);
        _last = input.Text(form.Token) is { Length: > 0 } token ? PageToken.Read(token, _list) ?? throw Invalid() : [];
    }

    /// <summary>The maximum number of items in the page.</summary>
    public int Size { get; }

    /// <summary>The sort key of the last item that was shown; empty at the start.</summary>
    public IReadOnlyList<string> Last => _last;

    /// <summary>The last item's name; empty at the start.</summary>
    /// <exception cref="ApiException">The token is not of this list.</exception>
    public string After => _last switch
    {
        [] => "",
        [var name] => name,
        _ => throw Invalid(),
    };

    /// <summary>The last item's number.</summary>
    /// <param name="start">The number at the start of the list.</param>
    /// <exception cref="ApiException">The token is not of this list.</exception>
    public long AfterNumber(long start) => _last.Length == 0 ? start : Number(After);

    /// <summary>Reads a number of a token.</summary>
    /// <exception cref="ApiException">The token is not of this list.</exception>
    public long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid();

    /// <summary>The error of a token that is not of this list.</summary>
    public ApiException Invalid() => new(_form.Error, _form.Message);

    /// <summary>The token that continues after an item.</summary>
    /// <param name="key">The item's sort key.</param>
    public string Token(params object[] key) =>
        PageToken.Write(_list, Array.ConvertAll(key, part => string.Create(CultureInfo.InvariantCulture, $"{part}")));

    /// <summary>Cuts what was read to the page.</summary>
    /// <param name="read">The items from the page's first one; one more than the page has where there are more.</param>
    /// <param name="key">An item's name or number.</param>
    /// <returns>The items, and the token of the next page; null if there is none.</returns>
    public (List<T> Items, string? Next) Cut<T>(IReadOnlyList<T> read, Func<T, object> key) =>
        read.Count <= Size ? ([.. read], null) : ([.. read.Take(Size)], Token(key(read[Size - 1])));

    /// <summary>Sorts a list by a number and a name, and cuts what follows the last page to the page.</summary>
    /// <param name="all">The whole list, in any order.</param>
    /// <param name="key">An item's number and name; no other item has both.</param>
    /// <param name="order">The order of the list.</param>
    /// <returns>The items, and the token of the next page; null if there is none.</returns>
    /// <exception cref="ApiException">The token is not of this list.</exception>
    public (List<T> Items, string? Next) Cut<T>(IEnumerable<T> all, Func<T, (long Number, string Name)> key,
        Comparison<(long Number, string Name)> order)
    {
        (long Number, string Name)? last = _last switch
        {
            [] => null,
            [var number, var name] => (Number(number), name),
            _ => throw Invalid(),
        };
        var read = all.Where(item => last is null || order(key(item), last.Value) > 0)
            .OrderBy(key, Comparer<(long Number, string Name)>.Create(order)).Take(Size + 1).ToList();
        if (read.Count <= Size) return (read, null);
        var end = key(read[Size - 1]);
        return (read[..Size], Token(end.Number, end.Name));
    }

    /// <summary>Walks a list by name until the page is full.</summary>
    /// <param name="after">Reads so many items whose name follows.</param>
    /// <param name="name">An item's name.</param>
    /// <param name="show">An item as it is answered; null to leave it out, as what the caller may not see.</param>
    /// <returns>The items, and the token of the next page; null if there is none.</returns>
    public (JsonArray Items, string? Next) Walk<T>(Func<string, int, List<T>> after, Func<T, string> name, Func<T, JsonNode?> show)
    {
        var last = After;
        var (items, shown) = (new JsonArray(), last);
        while (true)
        {
            var rows = after(last, Size + 1);
            foreach (var row in rows)
            {
                last = name(row);
                if (show(row) is not { } item) continue;
                if (items.Count == Size) return (items, Token(shown));
                shown = last;
                items.Add(item);
            }

            if (rows.Count <= Size) return (items, null);
        }
    }
}
