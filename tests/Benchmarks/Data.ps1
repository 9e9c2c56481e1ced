<#
.SYNOPSIS
How long rows take in and out, beside pandas, beside the plain CSV reader of Sylvan, and beside a command that reads nothing.
.DESCRIPTION
Makes a file of a million rows of the example weather, and reads and writes it in whole processes, one of each kind per
round in random order, so that a machine that speeds up or slows down does so for all. What is measured is the work inside the process,
without its start: time, processor time and the most memory it had. Build first:
dotnet publish tests/Benchmarks/Pwsh; dotnet build src/LakeTools.Cmdlets -c Release
dotnet build tests/Benchmarks/SylvanRows -c Release
pandas is Debian's python3-pandas. Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [int] $Rows = 1000000,
    [int] $Rounds = 3,
    [string[]] $Work = '*', # which of the kinds below; pandas is always among them
    [string] $Python = '/usr/bin/python3',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $SylvanAssembly = (Join-Path $PSScriptRoot 'SylvanRows/bin/Release/net10.0/SylvanRows.dll'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-data-' + [guid]::NewGuid().ToString('N'))
$null = New-Item -ItemType Directory $folder

function New-Csv([string] $Path, [int] $Count) {
    $lines = [System.IO.File]::ReadAllLines((Join-Path $PSScriptRoot '../../examples/data/seattle-weather.csv'))
    $writer = [System.IO.StreamWriter]::new($Path)
    $writer.Write("id,$($lines[0])`n")
    for ($i = 0; $i -lt $Count; $i++) { $writer.Write("$i,$($lines[1 + $i % ($lines.Length - 1)])`n") }
    $writer.Dispose()
}

# Each prints seconds;CPU seconds;peak MB.
function Get-PandasCode([string] $Work) {
    "import sys,time,pandas as pd`nsys.path.append('$PSScriptRoot')`nfrom peak_memory import peak_kb`nt=time.perf_counter();c=time.process_time()`nd=pd.read_csv('$folder/rows.csv',parse_dates=['date'])`n$Work`n" +
    "print(f'{time.perf_counter()-t};{time.process_time()-c};{peak_kb()/1024}')"
}

function Get-LakeCode([string] $Work) { Get-TimedCode "Import-Module '$Module'; Connect-Lake -Local '$folder/lake'" $Work }

# What PowerShell itself takes for so many objects of that size: the least that a command can take.
function Get-PlainCode([string] $Work) { Get-TimedCode "Import-Module '$folder/Plain.dll'" $Work }

function Get-TimedCode([string] $Before, [string] $Work) {
    "$Before; `$p = [Diagnostics.Process]::GetCurrentProcess(); `$c = `$p.TotalProcessorTime
    `$w = [Diagnostics.Stopwatch]::StartNew(); $Work; `$p.Refresh()
    [string]::Format([cultureinfo]::InvariantCulture, '{0};{1};{2}', `$w.Elapsed.TotalSeconds, (`$p.TotalProcessorTime - `$c).TotalSeconds, `$p.PeakWorkingSet64 / 1MB)"
}

function Invoke-Kind([string] $File, [string[]] $Arguments) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($File)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $text = $process.StandardOutput.ReadToEnd().Trim()
    $process.WaitForExit()
    if ($process.ExitCode) { throw "$File ended with exit code $($process.ExitCode)." }
    , @($text.Split(';') | ForEach-Object { [double]::Parse($_, [cultureinfo]::InvariantCulture) })
}

try {
    Add-Type -OutputAssembly "$folder/Plain.dll" -TypeDefinition @'
using System; using System.Collections.Generic; using System.Management.Automation;
public class PlainRow {
    public int Id { get; set; } public DateTime Date { get; set; } public double Precipitation { get; set; } public double TempMax { get; set; }
    public double TempMin { get; set; } public double Wind { get; set; } public string Weather { get; set; }
}
[Cmdlet("Get", "PlainRow")] public class GetPlainRow : Cmdlet {
    [Parameter(Position = 0)] public int Count { get; set; }
    protected override void ProcessRecord() { for (var i = 0; i < Count; i += 1000) WriteObject(Some(i, 1000), true); }
    static IEnumerable<object> Some(int first, int count) {
        for (var i = first; i < first + count; i++) yield return new PlainRow { Id = i, Weather = "sun" };
    }
}
'@
    New-Csv "$folder/rows.csv" $Rows
    New-Csv "$folder/tenth.csv" ($Rows / 10)
    Import-Module $Module
    Connect-Lake -Local "$folder/lake"
    $null = New-LakeBucket bench-rows
    Send-LakeObject "$folder/rows.csv", "$folder/tenth.csv" s3://bench-rows/in/
    $typed = '-Column id:int, date:date, precipitation:double, temp_max:double, temp_min:double, wind:double, weather'
    & ([scriptblock]::Create("Import-LakeData s3://bench-rows/in/rows.csv $typed -Raw | Export-LakeData s3://bench-rows/in/rows.parquet"))
    Disconnect-Lake
    $lake = { param($work) , @($Pwsh, '-NoProfile', '-Command', (Get-LakeCode $work)) }
    $plain = { param($work) , @($Pwsh, '-NoProfile', '-Command', (Get-PlainCode $work)) }
    $kinds = [ordered]@{
        'CSV in, pandas'                      = @($Python, '-c', (Get-PandasCode ''))
        'CSV in, Sylvan into arrays'          = @('dotnet', $SylvanAssembly, "$folder/rows.csv", 'arrays')
        'CSV in, Sylvan into PSObjects'       = @('dotnet', $SylvanAssembly, "$folder/rows.csv", 'objects')
        'Plain objects to Out-Null'           = & $plain "Get-PlainRow $Rows | Out-Null"
        'Plain objects into a variable'       = & $plain "`$x = Get-PlainRow $Rows"
        'CSV in, Import-LakeData'             = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed | Out-Null"
        'CSV in, Import-LakeData, a tenth'    = & $lake "Import-LakeData s3://bench-rows/in/tenth.csv $typed | Out-Null"
        'CSV into a variable'                 = & $lake "`$x = Import-LakeData s3://bench-rows/in/rows.csv $typed"
        'CSV in, Where-Object'                = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed | Where-Object wind -gt 9 | Out-Null"
        'CSV in, Import-Csv'                  = & $lake "Import-Csv '$folder/rows.csv' | Out-Null"
        'CSV in and out, pandas'              = @($Python, '-c', (Get-PandasCode "d.to_csv('$folder/out.csv',index=False)"))
        'CSV in and out, LakeTools'           = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed | Export-LakeData s3://bench-rows/out/rows.csv"
        'CSV in, JSON lines out, LakeTools'   = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed | Export-LakeData s3://bench-rows/out/rows.json"
        'CSV in, Parquet out, LakeTools'      = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed | Export-LakeData s3://bench-rows/out/rows.parquet"
        'CSV in, -Raw'                        = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed -Raw | Out-Null"
        'CSV in and out, -Raw'                = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed -Raw | Export-LakeData s3://bench-rows/out/raw.csv"
        'CSV in, JSON lines out, -Raw'        = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed -Raw | Export-LakeData s3://bench-rows/out/raw.json"
        'CSV in, Parquet out, -Raw'           = & $lake "Import-LakeData s3://bench-rows/in/rows.csv $typed -Raw | Export-LakeData s3://bench-rows/out/raw.parquet"
        'Parquet in, Import-LakeData'         = & $lake 'Import-LakeData s3://bench-rows/in/rows.parquet | Out-Null'
    }
    $chosen = @($kinds.Keys | Where-Object { $name = $_; $name -like '*pandas' -or ($Work | Where-Object { $name -like $_ }) })
    $figures = @{}
    foreach ($round in 1..$Rounds) {
        foreach ($kind in $chosen | Get-Random -Shuffle) {
            $all = @($kinds[$kind])
            $figures[$kind] = @($figures[$kind] | Where-Object { $_ }) + , (Invoke-Kind $all[0] $all[1..($all.Count - 1)])
        }
    }

    $median = { param($kind, $index) $sorted = @($figures[$kind] | ForEach-Object { $_[$index] } | Sort-Object); $sorted[[int][math]::Floor($sorted.Count / 2)] }
    foreach ($kind in $chosen) {
        $beside = if ($kind -like 'CSV in and out*') { 'CSV in and out, pandas' } else { 'CSV in, pandas' }
        [pscustomobject]@{
            Kind             = $kind
            Seconds          = [math]::Round((& $median $kind 0), 2)
            CpuSeconds       = [math]::Round((& $median $kind 1), 2)
            TimesPandas      = [math]::Round((& $median $kind 0) / (& $median $beside 0), 2)
            TimesPandasCpu   = [math]::Round((& $median $kind 1) / (& $median $beside 1), 2)
            PeakMB           = [int](& $median $kind 2)
        }
    }
}
finally {
    Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
}
