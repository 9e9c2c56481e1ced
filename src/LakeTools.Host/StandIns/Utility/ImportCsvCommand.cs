namespace Microsoft.PowerShell.Commands;

/// <summary>Import-Csv.</summary>
[Cmdlet(VerbsData.Import, "Csv")]
public sealed class ImportCsvCommand : PathCmdlet
{
    [Parameter]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public string[]? Header { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            ForPath(path, () =>
            {
                foreach (var file in Files(path))
                {
                    using var text = new StreamReader(file, FileEncoding.Parse(Encoding));
                    foreach (var item in new CsvText(text, Delimiter).ReadObjects(Header)) WriteObject(item);
                }
            });
        }
    }
}
