<#
.SYNOPSIS
How long it takes until the first command answers, beside a pwsh that does nothing, boto3's import, and the AWS CLI.
.DESCRIPTION
OverBareMs is the time over a pwsh that does nothing; ProcessorMs is what a whole pwsh takes of the processors, and OverBareProcessorMs what of
that a bare one does not: other programs disturb it less than the clock.
Runs whole processes in turn, one of each kind per round, so that a machine that speeds up or slows down does so for all.
Build first, both compiled ahead: dotnet publish tests/Benchmarks/Pwsh; dotnet build src/LakeTools.Cmdlets -c Release. Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [int] $Rounds = 7,
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools'),
    [string] $Aws = '/usr/bin/aws',
    [string] $Python = '/usr/bin/python3'
)
$ErrorActionPreference = 'Stop'
$lake = Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-startup-' + [guid]::NewGuid().ToString('N'))

Import-Module $Module
$server = Start-LakeServer -Local $lake -PassThru
Connect-Lake -Local $lake
foreach ($number in 1..50) { $null = New-GlueDatabase "sales$number" }
$env:AWS_ACCESS_KEY_ID = $server.AccessKey
$env:AWS_SECRET_ACCESS_KEY = ConvertFrom-SecureString $server.SecretKey -AsPlainText
$env:AWS_DEFAULT_REGION = $server.Region
$arn = 'arn:aws:iam::000000000000:role/analyst'
$resource = '{"Database":{"Name":"sales1"}}'

# What each kind starts: a program and its arguments.
function Get-PwshCall([string] $Command) {
    @($Pwsh, '-NoProfile', '-Command', "$Command; [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)")
}
$import = "Import-Module '$Module'"
$grant = "Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName sales1"
$http = "Connect-Lake -EndpointUrl $($server.Uri) -Region $($server.Region)"
$kinds = [ordered]@{
    'bare pwsh'                      = Get-PwshCall '1'
    'import'                         = Get-PwshCall $import
    'import, connect to a folder'    = Get-PwshCall "$import; Connect-Lake -Local '$lake'"
    'the same, and a first answer'   = Get-PwshCall "$import; Connect-Lake -Local '$lake'; Get-GlueDatabase sales1"
    'a whole grant, in a folder'     = Get-PwshCall "$import; Connect-Lake -Local '$lake'; $grant"
    'a whole grant, over HTTP'       = Get-PwshCall "$import; $http; $grant"
    'aws --version'                  = @($Aws, '--version')
    'aws, a whole grant'             = @($Aws, '--endpoint-url', "$($server.Uri)", 'lakeformation', 'grant-permissions', '--principal', "DataLakePrincipalIdentifier=$arn", '--permissions', 'DESCRIBE', '--resource', $resource)
    'python3, import boto3'          = @($Python, '-c', 'import boto3')
}
# Inside a process: the import alone, and the first and a later completion of a name from the lake.
$inside = [ordered]@{
    'import, as the module sees it'  = "`$w = [Diagnostics.Stopwatch]::StartNew(); $import; `$w.Elapsed.TotalMilliseconds"
    'completion, the first'          = "$import; Connect-Lake -Local '$lake'; `$w = [Diagnostics.Stopwatch]::StartNew(); `$n = [Management.Automation.CommandCompletion]::CompleteInput('Get-GlueDatabase sal', 20, `$null).CompletionMatches.Count; `$w.Elapsed.TotalMilliseconds"
    'completion, a later one'        = "$import; Connect-Lake -Local '$lake'; `$null = [Management.Automation.CommandCompletion]::CompleteInput('Get-GlueDatabase sal', 20, `$null); `$w = [Diagnostics.Stopwatch]::StartNew(); `$null = [Management.Automation.CommandCompletion]::CompleteInput('Get-GlueDatabase sales1', 23, `$null); `$w.Elapsed.TotalMilliseconds"
}

function Invoke-Whole([string[]] $Call) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Call[0])
    foreach ($argument in $Call | Select-Object -Skip 1) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start($start)
    $text = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode) { throw "'$Call' ended with exit code $($process.ExitCode)." }
    [pscustomobject]@{ Time = $watch.Elapsed.TotalMilliseconds; Line = @($text.TrimEnd() -split '\r?\n') }
}

function Get-Median($Values) {
    $sorted = @($Values | Sort-Object)
    $sorted[[int][math]::Floor($sorted.Count / 2)]
}

function Get-Number([string] $Text) { [double]::Parse($Text, [cultureinfo]::InvariantCulture) }

try {
    $times = @{}
    $processor = @{}
    foreach ($round in 0..$Rounds) {
        if ($round -gt 0) { Write-Progress -Activity 'Starting processes' -Status "Round $round of $Rounds" -PercentComplete (100 * ($round - 1) / $Rounds) }
        foreach ($kind in $kinds.Keys) {
            $run = Invoke-Whole $kinds[$kind]
            if ($round -eq 0) { continue } # it warms the disk
            $times[$kind] = @($times[$kind] | Where-Object { $_ }) + $run.Time
            if ($kinds[$kind][0] -eq $Pwsh) { $processor[$kind] = @($processor[$kind] | Where-Object { $_ }) + (Get-Number $run.Line[-1]) }
        }
        foreach ($kind in $inside.Keys) {
            $run = Invoke-Whole (Get-PwshCall $inside[$kind])
            if ($round -gt 0) { $times[$kind] = @($times[$kind] | Where-Object { $_ }) + (Get-Number $run.Line[-2]) }
        }
    }
    $bare = Get-Median $times['bare pwsh']
    $bareProcessor = Get-Median $processor['bare pwsh']
    $cli = Get-Median $times['aws, a whole grant']
    foreach ($kind in @($kinds.Keys) + @($inside.Keys)) {
        $middle = Get-Median $times[$kind]
        $ofProcessor = if ($processor[$kind]) { Get-Median $processor[$kind] }
        [pscustomobject]@{
            Kind                = $kind
            MedianMs            = [int]$middle
            OverBareMs          = if ($kinds.Contains($kind)) { [int]($middle - $bare) }
            ToBare              = [math]::Round($middle / $bare, 2)
            ToAwsCli            = [math]::Round($middle / $cli, 2)
            ProcessorMs         = if ($ofProcessor) { [int]$ofProcessor }
            OverBareProcessorMs = if ($ofProcessor) { [int]($ofProcessor - $bareProcessor) }
        }
    }
}
finally {
    Stop-LakeServer
    Disconnect-Lake
    Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY, Env:AWS_DEFAULT_REGION
    if (Test-Path $lake) { Remove-Item $lake -Recurse -Force }
}
