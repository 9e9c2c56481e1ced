using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Reads comma-separated text as Import-Csv does: quotes may hold delimiters, quotes and line breaks.</summary>
internal sealed class CsvText(TextReader reader, char delimiter)
{
    /// <summary>The next row's fields; null at the end. Empty lines are passed over.</summary>
    public List<string>? ReadRow()
    {
        while (reader.Peek() >= 0)
        {
            var row = Row();
            if (row is not [""]) return row;
        }

        return null;
    }

    /// <summary>Rows as objects whose properties are named by the header, or by the first row.</summary>
    public IEnumerable<PSObject> ReadObjects(string[]? header)
    {
        var names = header ?? NamesOf(ReadRow());
        if (names is null) yield break;
        while (ReadRow() is { } row)
        {
            var item = new PSObject();
            for (int i = 0; i < names.Length; i++) item.Properties.Add(new PSNoteProperty(names[i], i < row.Count ? row[i] : null));
            yield return item;
        }
    }

    private string[]? NamesOf(List<string>? first)
    {
        while (first is [var text, ..] && text.StartsWith("#TYPE", StringComparison.Ordinal)) first = ReadRow();
        return first?.Select((name, index) => name.Length == 0 ? "H" + (index + 1) : name).ToArray();
    }

    private List<string> Row()
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool inQuotes = false;
        for (int next = reader.Read(); next >= 0; next = reader.Read())
        {
            char c = (char)next;
            if (inQuotes)
            {
                if (c != '"') field.Append(c);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else inQuotes = false;
            }
            else if (c == '"')
            {
                inQuotes = true;
            }
            else if (c == delimiter)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n')
            {
                break;
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
