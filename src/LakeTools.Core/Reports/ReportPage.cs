using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace LakeTools.Core.Reports;

/// <summary>
/// Puts a report into the page: <c>report.html</c> with <c>report.css</c> and <c>report.js</c>, which are beside this file. The page may
/// load nothing and run nothing but that script: its policy names the hashes of both. Data is JSON without any angle bracket, and the
/// script puts values into text nodes alone.
/// </summary>
internal static class ReportPage
{
    /// <summary>Writes the page as UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">The destination.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The work.</returns>
    public static async Task WriteAsync(LakeReport report, Stream output, CancellationToken cancellationToken)
    {
        var (style, script) = (Part("report.css"), Part("report.js"));
        var page = Part("report.html");
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = WebUtility.HtmlEncode(report.Title),
            ["style-hash"] = Hash(style),
            ["script-hash"] = Hash(script),
            ["style"] = style,
            ["script"] = script,
        };
        var at = 0;
        while (page.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = page.IndexOf("}}", open, StringComparison.Ordinal);
            await WriteAsync(output, page[at..open], cancellationToken).ConfigureAwait(false);
            var name = page[(open + 2)..close];
            if (name == "data") await ReportJson.WriteAsync(report, output, cancellationToken).ConfigureAwait(false);
            else await WriteAsync(output, values[name], cancellationToken).ConfigureAwait(false);
            at = close + 2;
        }

        await WriteAsync(output, page[at..], cancellationToken).ConfigureAwait(false);
    }

    private static ValueTask WriteAsync(Stream output, string text, CancellationToken cancellationToken) =>
        output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    // Browsers take every line's end as one character before they hash, whatever the checkout made of it.
    private static string Part(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage)
            .Assembly.GetManifestResourceStream($"{typeof(ReportPage).Namespace}.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
