<#
.SYNOPSIS
Groups a million rows in SQL: Invoke-LakeQuery in an embedded lake, DuckDB on the plain file, and pandas.
.DESCRIPTION
Makes a CSV file of a million rows of the example weather and groups it by weather. Each kind runs in a process of its own, once a round. Measured are
the time and the processor time of the work, without the start of the process, and the peak memory of the process. Invoke-LakeQuery reads the file
through a table: as the administrator, and as a role that sees rows through a data filter. Build first: dotnet publish tests/Benchmarks/Pwsh; ./build.ps1
pandas is Debian's python3-pandas. DuckDB is the library of LakeTools.Query. The ratios are over DuckDB.
#>
param(
    [int] $Rows = 1000000,
    [int] $Rounds = 3,
    [string] $Python = '/usr/bin/python3',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-queries-' + [guid]::NewGuid().ToString('N'))
$null = New-Item -ItemType Directory $folder

# Each prints seconds;CPU seconds;peak MB.
$measured = "`$p = [Diagnostics.Process]::GetCurrentProcess(); `$c = `$p.TotalProcessorTime; `$w = [Diagnostics.Stopwatch]::StartNew(); {0}; `$p.Refresh()
    [string]::Format([cultureinfo]::InvariantCulture, '{{0}};{{1}};{{2}}', `$w.Elapsed.TotalSeconds, (`$p.TotalProcessorTime - `$c).TotalSeconds, `$p.PeakWorkingSet64 / 1MB)"

function Get-LakeCode([string] $Principal) {
    $sql = 'SELECT weather, count(*) AS n, sum(precipitation) AS s, max(temp_max) AS m FROM bench.weather GROUP BY weather'
    "Import-Module '$Module'; Connect-Lake -Local '$folder/lake' $Principal; " + ($measured -f "`$null = Invoke-LakeQuery '$sql'")
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
    $lines = [System.IO.File]::ReadAllLines((Join-Path $PSScriptRoot '../../examples/data/seattle-weather.csv'))
    $writer = [System.IO.StreamWriter]::new("$folder/rows.csv")
    $writer.Write("id,$($lines[0])`n")
    for ($i = 0; $i -lt $Rows; $i++) { $writer.Write("$i,$($lines[1 + $i % ($lines.Length - 1)])`n") }
    $writer.Dispose()

    Import-Module $Module
    Connect-Lake -Local "$folder/lake"
    $null = New-LakeBucket bench-rows
    Send-LakeObject "$folder/rows.csv" s3://bench-rows/csv/
    $null = New-GlueDatabase bench -LocationUri s3://bench-rows/
    $columns = 'id:int', 'date:date', 'precipitation:double', 'temp_max:double', 'temp_min:double', 'wind:double', 'weather:string'
    $null = New-GlueTable bench weather -Column $columns -Location s3://bench-rows/csv/ -Format Csv -Header
    Register-LakeLocation s3://bench-rows/csv -UseServiceLinkedRole
    $null = New-LakeDataFilter bench weather warm -RowFilter 'temp_max > 5'
    Grant-LakePermission -Principal role/Warm -Permission SELECT -DatabaseName bench -TableName weather -FilterName warm
    Disconnect-Lake

    $pandas = "import sys,time,pandas as pd`nsys.path.append('$PSScriptRoot')`nfrom peak_memory import peak_kb`nt=time.perf_counter();c=time.process_time()`nd=pd.read_csv('$folder/rows.csv',parse_dates=['date'])`n" +
        "d.groupby('weather').agg(n=('id','count'),s=('precipitation','sum'),m=('temp_max','max'))`n" +
        "print(f'{time.perf_counter()-t};{time.process_time()-c};{peak_kb()/1024}')"
    $kinds = [ordered]@{
        'pandas'                                  = @($Python, '-c', $pandas)
        'Invoke-LakeQuery'                        = @($Pwsh, '-NoProfile', '-Command', (Get-LakeCode ''))
        'Invoke-LakeQuery, behind a data filter'  = @($Pwsh, '-NoProfile', '-Command', (Get-LakeCode '-As role/Warm'))
        'Import-LakeData -Raw, rows alone'        = @($Pwsh, '-NoProfile', '-Command',
            ("Import-Module '$Module'; Connect-Lake -Local '$folder/lake'; " + ($measured -f "Import-LakeData -DatabaseName bench -TableName weather -ColumnName weather, precipitation, temp_max, id -Raw | Out-Null")))
    }
    $sql = "SELECT weather, count(*), sum(precipitation), max(temp_max) FROM read_csv('$folder/rows.csv') GROUP BY weather"
    $duck = "Add-Type -Path '$Module.Query/bin/DuckDB.NET.Bindings.dll'; " +
        "`$null = [System.Runtime.InteropServices.NativeLibrary]::Load((Get-ChildItem '$Module.Query/bin/runtimes/*/native/*')[0].FullName); " +
        "`$native = [DuckDB.NET.Native.NativeMethods]; `$db = `$null; `$con = `$null; `$res = [DuckDB.NET.Native.DuckDBResult]::new(); " +
        "`$null = [DuckDB.NET.Native.NativeMethods+Startup]::DuckDBOpen(':memory:', [ref] `$db); " +
        "`$null = [DuckDB.NET.Native.NativeMethods+Startup]::DuckDBConnect(`$db, [ref] `$con); " +
        ($measured -f "`$null = [DuckDB.NET.Native.NativeMethods+Query]::DuckDBQuery(`$con, `"$sql`", [ref] `$res)")
    $kinds['DuckDB, on the file'] = @($Pwsh, '-NoProfile', '-Command', $duck)
    $found = @{}
    foreach ($round in 1..$Rounds) {
        foreach ($kind in $kinds.Keys) { $found[$kind] += , (Invoke-Kind $kinds[$kind][0] $kinds[$kind][1..9]) }
    }

    $median = { param($values) @($values | Sort-Object)[[math]::Floor($values.Count / 2)] }
    $base = 0..2 | ForEach-Object { $i = $_; & $median ($found['DuckDB, on the file'] | ForEach-Object { $_[$i] }) }
    foreach ($kind in $kinds.Keys) {
        $own = 0..2 | ForEach-Object { $i = $_; & $median ($found[$kind] | ForEach-Object { $_[$i] }) }
        [pscustomobject]@{
            Kind      = $kind
            Seconds   = [math]::Round($own[0], 2)
            TimeRatio = [math]::Round($own[0] / $base[0], 1)
            CpuRatio  = [math]::Round($own[1] / $base[1], 1)
            PeakMB    = [math]::Round($own[2])
        }
    }
} finally {
    Remove-Item $folder -Recurse -Force
}
