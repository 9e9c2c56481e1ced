using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>
/// The result of a query in pages, read of its file. The first row of the first page are the columns' names, as Athena has it. A page's
/// token is the place in the file where the next one begins.
/// </summary>
internal static class QueryResults
{
    private const int MostRows = 1000;

    public static JsonObject Get(ApiCall call)
    {
        var query = new QueryStore(call.Session).Existing(call.Input.Required("QueryExecutionId"));
        if (call.Input.Text("QueryResultType") == "DATA_MANIFEST")
            throw new ApiException("InvalidRequestException", "A query that reads has no data manifest.");
        if (query.State != "SUCCEEDED")
            throw new ApiException("InvalidRequestException", query.State switch
            {
                "FAILED" or "CANCELLED" => $"Query did not finish successfully. Final query state: {query.State}",
                _ => $"Query has not yet finished. Current state: {query.State}",
            });
        var page = new Page(call.Input, PageForm.Athena, call.Operation, MostRows, MostRows);
        var offset = Offset(page, query.Id);
        using var stream = ResultPlace.OpenRead(call, query, offset);
        var rows = new JsonArray();
        var reader = new Lines(stream, offset);
        while (rows.Count < page.Size && reader.Next() is { } row)
            rows.Add(new JsonObject { ["Data"] = new JsonArray([.. row.Select(Datum)]) });
        var next = rows.Count == page.Size && reader.HasMore ? page.Token(query.Id, reader.Position) : null;
        return new JsonObject
        {
            ["UpdateCount"] = 0,
            ["ResultSet"] = new JsonObject
            {
                ["Rows"] = rows,
                ["ResultSetMetadata"] = new JsonObject { ["ColumnInfo"] = query.Columns?.DeepClone() },
            },
        }.With("NextToken", next);
    }

    private static JsonNode Datum(string? value) => new JsonObject().With("VarCharValue", value);

    private static long Offset(Page page, string id) => page.Last switch
    {
        [] => 0,
        [var query, var place] when query == id => page.Number(place),
        _ => throw page.Invalid(),
    };

    /// <summary>Reads rows of the file, each value in quotes or nothing.</summary>
    private sealed class Lines(Stream stream, long position)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _next;
        private int _end;

        /// <summary>The position of the next row.</summary>
        public long Position { get; private set; } = position;

        public bool HasMore => Peek() >= 0;

        public List<string?>? Next()
        {
            if (Peek() < 0) return null;
            var row = new List<string?>();
            var value = new MemoryStream();
            while (true)
            {
                var isNull = true;
                value.SetLength(0);
                var isQuoted = false;
                int read;
                while ((read = Read()) >= 0 && (isQuoted || (read != ',' && read != '\n')))
                {
                    if (read != '"')
                    {
                        value.WriteByte((byte)read);
                        continue;
                    }

                    // A quote in quotes is written twice.
                    if (isQuoted && Peek() == '"') value.WriteByte((byte)Read());
                    else isQuoted = !isQuoted;
                    isNull = false;
                }

                row.Add(isNull ? null : Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length));
                if (read != ',') return row;
            }
        }

        private int Peek()
        {
            if (_next == _end) (_next, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
            return _next == _end ? -1 : _buffer[_next];
        }

        private int Read()
        {
            var read = Peek();
            if (read < 0) return read;
            _next++;
            Position++;
            return read;
        }
    }
}
