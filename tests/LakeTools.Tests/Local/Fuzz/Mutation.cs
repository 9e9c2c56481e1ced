using FsCheck;
using FsCheck.Fluent;

namespace LakeTools.Tests.Local.Fuzz;

/// <summary>Changes texts a little: as a wire, a hand-written client or an attacker would.</summary>
internal static class Mutation
{
    /// <summary>Texts that mean something somewhere on the way.</summary>
    private static readonly string[] s_words =
    [
        "\r\n", "\r\n\r\n", "\n", "\r", "\0", "\t", " ", ":", ";", ",", "=", "&", "?", "%", "%00", "%2e%2e%2f", "../", "/", "//", "\\",
            "\"", "'",
        "Content-Length: 5\r\n", "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n",
        "Host: evil.example\r\n", "0\r\n\r\n", "ffffffffffffffff\r\n", "5;ext=\"\r\n", "-1", "0", "9223372036854775808", "1e999", "NaN",
        "{", "}", "[", "]", "null", "true", "[[[[[[[[", "{\"a\":", "\\ud800", "\\u0000", "<", ">", "</", "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "&b;", "<![CDATA[",
        "xmlns=\"urn:x\"", "\u00e9", "\u0130", "\ufeff", "\ud83d\ude00", "(", ")", "((((((((", " AND ", " OR ", " NOT ", " IN (",
            " BETWEEN ", " LIKE ", " IS NULL",
        "date '2012-01-01'", "X-Amz-Expires=604801", "AWS4-HMAC-SHA256", "SignedHeaders=host;", "bytes=5-1", "arn:aws:iam::", "*",
    ];

    /// <summary>Some of the texts, each with one to four changes.</summary>
    public static Gen<string> Of(IReadOnlyList<string> texts) =>
        from text in Gen.Elements(texts.ToArray())
        from changes in Change().ListOf()
        select changes.Take(4).Aggregate(text, (now, change) => change(now));

    /// <summary>Texts of such words, of letters and of anything.</summary>
    public static Gen<string> Soup(params string[] words)
    {
        var word = Gen.OneOf(Gen.Elements(words), Gen.Elements(words), Gen.Elements(s_words), ArbMap.Default.GeneratorFor<char>()
            .Select(c => c.ToString()));
        return word.ListOf().Select(list => string.Concat(list));
    }

    private static Gen<Func<string, string>> Change() =>
        from at in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(0, 12)
        from word in Gen.Elements(s_words)
        from character in ArbMap.Default.GeneratorFor<char>()
        from kind in Gen.Choose(0, 5)
        select (Func<string, string>)(text =>
        {
            var start = at % (text.Length + 1);
            var end = Math.Min(text.Length, start + length);
            return kind switch
            {
                0 => text[..start] + word + text[start..],
                1 => text[..start] + text[end..],
                2 => text[..start] + character + text[Math.Min(text.Length, start + 1)..],
                3 => text[..end] + text[start..],
                4 => text[..start] + word + text[end..],
                _ => text[..start],
            };
        });
}
