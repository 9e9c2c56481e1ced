<#
.SYNOPSIS
Compares the speed and memory of this commit with those of another one.
.DESCRIPTION
Builds both in Release, and runs each piece of work in processes of its own: the other commit, this one, and the other one again, round after
round. What counts is processor time, which other programs on the machine disturb less than the clock. The two runs of the other commit
differ by noise alone: a piece of work counts as slower where the median of its ratios lies above 1 by more than a tenth and by more than twice
the noise, which is stated beside it: with once the noise, chance alone would make one of ten rows slower (normal distribution, five rounds).
Emits a row for each piece of work; where one is slower, the last line is an error and the exit code 1.
.EXAMPLE
dotnet publish tests/Benchmarks/Pwsh; out/pwsh/pwsh -NoProfile tests/Benchmarks/Guard.ps1 -Commit HEAD~5
.EXAMPLE
out/pwsh/pwsh -NoProfile tests/Benchmarks/Guard.ps1 -BaseModule /tmp/before/LakeTools -Module out/LakeTools -Work rows*
Compares modules that are built already.
#>
param(
    [string] $Commit = 'HEAD~1',
    [string] $BaseModule,
    [string] $Module,
    [ValidateRange(3, 100)]
    [int] $Rounds = 5,
    [int] $Rows = 200000,
    [int] $Grants = 2000,
    [string[]] $Work = '*',
    [string] $Pwsh = (Get-Process -Id $PID).Path
)
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-guard-' + [guid]::NewGuid().ToString('N'))
$null = New-Item -ItemType Directory $folder

function Invoke-Native([string] $File, [string[]] $Arguments) {
    & $File @Arguments | Out-Host
    if ($LASTEXITCODE) { throw "$File $Arguments ended with exit code $LASTEXITCODE." }
}

function Build-Module([string] $Source, [string] $Name) {
    Invoke-Native dotnet @('build', (Join-Path $Source 'src/LakeTools.Cmdlets'), '-c', 'Release', '-nologo', '-v', 'q', '-clp:NoSummary')
    $null = New-Item -ItemType Directory (Join-Path $folder $Name)
    Copy-Item (Join-Path $Source 'out/LakeTools') (Join-Path $folder "$Name/LakeTools") -Recurse
    Join-Path $folder "$Name/LakeTools"
}

# What each piece of work does before it is measured, and what is measured. {0} is a folder of its own.
$typed = '-Column id:int, date:date, a:double, b:double, name'
$lake = "Connect-Lake -Local '{0}/lake'; `$null = New-LakeBucket guard-rows; Send-LakeObject '$folder/rows.csv' s3://guard-rows/; Get-LakeObject s3://guard-rows/ | Out-Null"
$database = "Connect-Lake -Local '{0}/lake'; `$null = New-GlueDatabase sales; `$arns = 1..$Grants | ForEach-Object { 'arn:aws:iam::000000000000:role/r' + `$_ }"
$grant = '$arns | ForEach-Object { [pscustomobject]@{ Principal = $_; Permission = "DESCRIBE"; DatabaseName = "sales" } } | Grant-LakePermission'
$tables = '0..99 | ForEach-Object { $null = New-GlueTable sales "table$_" -Column id:int }'
$partitioned = '$null = New-GlueTable sales days -Column id:int -PartitionKey day:int -Location s3://guard-days/days/; ' +
    "`$rows = foreach (`$day in 1..$Grants) { [pscustomobject]@{ DatabaseName = 'sales'; TableName = 'days'; Value = `"`$day`" } }"
$works = [ordered]@{
    'start: import'              = '', '1', 'whole'
    'start: a whole grant'       = '', "Connect-Lake -Local '{0}/lake'; `$null = New-GlueDatabase sales; Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName sales", 'whole'
    'rows: CSV to Out-Null'      = $lake, "Import-LakeData s3://guard-rows/rows.csv $typed | Out-Null"
    'rows: CSV into a variable'  = $lake, "`$rows = Import-LakeData s3://guard-rows/rows.csv $typed; if (`$rows.Count -ne $Rows) { throw }"
    'rows: CSV, Where-Object'    = $lake, "Import-LakeData s3://guard-rows/rows.csv $typed | Where-Object a -gt 900"
    'rows: CSV in, -Raw'         = $lake, "Import-LakeData s3://guard-rows/rows.csv $typed -Raw | Out-Null"
    'rows: CSV in and out, -Raw' = $lake, "Import-LakeData s3://guard-rows/rows.csv $typed -Raw | Export-LakeData s3://guard-rows/out.csv"
    'rows: CSV in and out'       = $lake, "Import-LakeData s3://guard-rows/rows.csv $typed | Export-LakeData s3://guard-rows/out.csv"
    'rows: Parquet in'           = "$lake; Import-LakeData s3://guard-rows/rows.csv $typed -Raw | Export-LakeData s3://guard-rows/rows.parquet", 'Import-LakeData s3://guard-rows/rows.parquet | Out-Null'
    'grants: grant'              = $database, $grant
    'grants: list'               = "$database; $grant", 'Get-LakePermission | Out-Null'
    'definition: publish'        = "$database; $tables", "`$null = Publish-LakeDefinition '$folder/grants.yaml' -JournalPath '{0}/journal'"
    'partitions: new and remove' = "$database; $partitioned", '$rows | New-GluePartition | Remove-GluePartition -Force'
}

function Get-Code([string] $Path, [object[]] $Parts, [string] $Own) {
    $whole = $Parts.Count -gt 2
    @(
        "`$ErrorActionPreference = 'Stop'; `$p = [Diagnostics.Process]::GetCurrentProcess()"
        "Import-Module '$Path'"
        $Parts[0].Replace('{0}', $Own)
        $(if ($whole) { '$c = 0' } else { '[gc]::Collect(); $p.Refresh(); $c = $p.TotalProcessorTime.TotalMilliseconds' })
        $Parts[1].Replace('{0}', $Own)
        '$p.Refresh(); [string]::Format([cultureinfo]::InvariantCulture, "{0};{1}", $p.TotalProcessorTime.TotalMilliseconds - $c, $p.PeakWorkingSet64 / 1MB)'
    ) -join "`n"
}

function Measure-Work([string] $Path, [object[]] $Parts) {
    $own = Join-Path $folder ([guid]::NewGuid().ToString('N'))
    $null = New-Item -ItemType Directory $own
    $text = @(& $Pwsh -NoProfile -NonInteractive -Command (Get-Code $Path $Parts $own))
    if ($LASTEXITCODE -or -not $text) { throw "A piece of work failed: $($Parts[1])" }
    Remove-Item $own -Recurse -Force
    , @($text[-1].Split(';') | ForEach-Object { [double]::Parse($_, [cultureinfo]::InvariantCulture) })
}

function Get-Median([double[]] $Values) {
    $sorted = @($Values | Sort-Object)
    $sorted[[int][math]::Floor($sorted.Count / 2)]
}

try {
    if (-not $BaseModule) {
        Invoke-Native git @('-C', $root, 'worktree', 'add', '--detach', "$folder/source", $Commit)
        $BaseModule = Build-Module "$folder/source" before
    }

    if (-not $Module) { $Module = Build-Module $root now }
    $writer = [System.IO.StreamWriter]::new("$folder/rows.csv")
    $writer.Write("id,date,a,b,name`n")
    foreach ($i in 0..($Rows - 1)) { $writer.Write("$i,2026-01-0$(1 + $i % 9),$($i % 1000).5,-$($i % 77).25,name$($i % 50)`n") }
    $writer.Dispose()
    Set-Content "$folder/grants.yaml" @(
        'lake: 1', 'name: guard', 'grants:'
        foreach ($i in 0..($Grants - 1)) { " - { to: role/reader$([math]::Floor($i / 100)), on: { database: sales, table: table$($i % 100) }, allow: [SELECT] }" }
    )
    $chosen = @($works.Keys | Where-Object { $name = $_; $Work | Where-Object { $name -like $_ } })
    $figures = @{}
    foreach ($round in 0..$Rounds) {
        foreach ($name in $chosen) {
            $three = foreach ($path in $BaseModule, $Module, $BaseModule) { , (Measure-Work $path $works[$name]) }
            if ($round -gt 0) { $figures[$name] = @($figures[$name] | Where-Object { $_ }) + , $three } # the first round warms the disk
        }
    }

    $rowsOut = foreach ($name in $chosen) {
        $ratio = Get-Median ($figures[$name] | ForEach-Object { 2 * $_[1][0] / ($_[0][0] + $_[2][0]) })
        $noise = Get-Median ($figures[$name] | ForEach-Object { [math]::Abs($_[0][0] - $_[2][0]) / [math]::Min($_[0][0], $_[2][0]) })
        [pscustomobject]@{
            Work        = $name
            TimeRatio   = [math]::Round($ratio, 2)
            Noise       = [math]::Round($noise, 2)
            MemoryRatio = [math]::Round((Get-Median ($figures[$name] | ForEach-Object { 2 * $_[1][1] / ($_[0][1] + $_[2][1]) })), 2)
            IsSlower    = $ratio -gt 1 + [math]::Max(0.1, 2 * $noise)
        }
    }
    $rowsOut
    $slower = @($rowsOut | Where-Object IsSlower)
    if ($slower) { Write-Error "Slower than before: $($slower.Work -join ', ')." -ErrorAction Continue; exit 1 }
}
finally {
    if (Test-Path "$folder/source") { git -C $root worktree remove --force "$folder/source" }
    Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
}
