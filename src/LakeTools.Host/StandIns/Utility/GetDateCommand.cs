using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Date.</summary>
[Cmdlet(VerbsCommon.Get, "Date")]
public sealed class GetDateCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LastWriteTime")]
    public DateTime? Date { get; set; }

    [Parameter]
    public double? UnixTimeSeconds { get; set; }

    [Parameter]
    public int? Year { get; set; }

    [Parameter]
    public int? Month { get; set; }

    [Parameter]
    public int? Day { get; set; }

    [Parameter]
    public int? Hour { get; set; }

    [Parameter]
    public int? Minute { get; set; }

    [Parameter]
    public int? Second { get; set; }

    [Parameter]
    public string? Format { get; set; }

    [Parameter]
    public string? UFormat { get; set; }

    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        var time = Date ?? (UnixTimeSeconds is { } seconds ? DateTime.UnixEpoch.AddSeconds(seconds).ToLocalTime() : DateTime.Now);
        time = new DateTime(Year ?? time.Year, Month ?? time.Month, Day ?? time.Day, Hour ?? time.Hour, Minute ?? time.Minute, Second
            ?? time.Second, time.Kind)
            .AddTicks(time.Ticks % TimeSpan.TicksPerSecond);
        if (AsUTC) time = time.ToUniversalTime();
        if (UFormat is not null) WriteObject(Unix(time));
        else if (Format is not null) WriteObject(time.ToString(Standard(Format), CultureInfo.CurrentCulture));
        else WriteObject(time);
    }

    private static string Standard(string format) => format switch
    {
        "FileDate" => "yyyyMMdd",
        "FileDateUniversal" => "yyyyMMddZ",
        "FileDateTime" => "yyyyMMddTHHmmssffff",
        "FileDateTimeUniversal" => "yyyyMMddTHHmmssffffZ",
        _ => format,
    };

    private string Unix(DateTime time) => UFormat!.TrimStart('+')
        .Replace("%s", new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
        .Replace("%Y", time.ToString("yyyy", CultureInfo.InvariantCulture)).Replace("%m", time.ToString("MM", CultureInfo.InvariantCulture))
        .Replace("%d", time.ToString("dd", CultureInfo.InvariantCulture)).Replace("%H", time.ToString("HH", CultureInfo.InvariantCulture))
        .Replace("%M", time.ToString("mm", CultureInfo.InvariantCulture)).Replace("%S", time.ToString("ss", CultureInfo.InvariantCulture))
        .Replace("%T", time.ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            .Replace("%F", time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
