using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using Sylvan.Data.Csv;

// Reads the benchmark's file with the library alone: SylvanRows <file> arrays|objects. Prints seconds;CPU seconds;peak MB.
var makeObjects = args[1] == "objects";
var process = Process.GetCurrentProcess();
var cpu = process.TotalProcessorTime;
var watch = Stopwatch.StartNew();
object? last = null;
using (var reader = CsvDataReader.Create(args[0]))
{
    var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
    while (reader.Read())
    {
        object[] values =
        [
            reader.GetInt32(0), reader.GetDateTime(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5),
                reader.GetString(6),
        ];
        last = values;
        if (!makeObjects) continue;
        var item = new PSObject(names.Length);
        for (var i = 0; i < names.Length; i++) item.Properties.Add(new PSNoteProperty(names[i], values[i]), preValidated: true);
        last = item;
    }
}

GC.KeepAlive(last);
process.Refresh();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{watch.Elapsed.TotalSeconds};{(process.TotalProcessorTime - cpu).TotalSeconds};{process.PeakWorkingSet64 / 1048576.0}"));
