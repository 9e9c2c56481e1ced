<#
.SYNOPSIS
Ten thousand grants, and listing them, beside a boto3 script that does the same in batches of twenty; and a definition with a thousand grants
published, beside a script that grants them one by one. 'bind' is what PowerShell takes for the ten thousand rows: a command with the parameters of
Grant-LakePermission that does nothing, beside the whole grant of boto3.
.DESCRIPTION
Whole processes in turn, each against a server of its own (Start-LakeServer in another process) with a fresh lake of the same contents.
'nothing' is a process that only starts and connects: its memory is pwsh's own. Build as for Startup.ps1; needs a python3 with boto3.
Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [int] $Grants = 10000,
    [int] $Changes = 1000,
    [int] $Rounds = 3,
    [string] $Python = 'python3',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-grants-' + [guid]::NewGuid().ToString('N')))).FullName
$tables = 100
$file = Join-Path $work 'grants.csv'
Set-Content -Path $file -Value @(
    'Principal,DatabaseName,TableName,Permission'
    foreach ($number in 0..($Grants - 1)) {
        $principal = [int][math]::Floor($number / $tables)
        "arn:aws:iam::000000000000:role/reader$principal,sales,table$($number % $tables),SELECT"
    }
)

$definition = Join-Path $work 'grants.yaml'
Set-Content -Path $definition -Value @(
    'lake: 1', 'name: benchmark', 'grants:'
    foreach ($number in 0..($Changes - 1)) {
        " - { to: 'arn:aws:iam::000000000000:role/reader$([math]::Floor($number / $tables))', on: { database: sales, table: table$($number % $tables) }, allow: [SELECT] }"
    }
)
# The command that does nothing: the same parameters, sets, aliases and ways to bind.
$common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
$properties = foreach ($parameter in (Get-Command Grant-LakePermission).Parameters.Values | Where-Object Name -NotIn $common) {
    foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
        $name = if ($set.Key -ne '__AllParameterSets') { "ParameterSetName = `"$($set.Key)`"," }
        $isMandatory, $byName = $set.Value.IsMandatory, $set.Value.ValueFromPipelineByPropertyName | ForEach-Object { "$_".ToLower() }
        "[Parameter($name Mandatory = $isMandatory, ValueFromPipelineByPropertyName = $byName)]"
    }

    if ($parameter.Aliases) { '[Alias("' + ($parameter.Aliases -join '", "') + '")]' }
    $type = if ($parameter.SwitchParameter) { 'SwitchParameter' } elseif ($parameter.ParameterType.IsArray) { 'string[]' } else { 'object' }
    "public $type $($parameter.Name) { get; set; }"
}

Add-Type -OutputAssembly (Join-Path $work 'Bind.dll') -TypeDefinition @"
using System.Management.Automation;
[Cmdlet("Test", "Bind", DefaultParameterSetName = "$((Get-Command Grant-LakePermission).DefaultParameterSet)")]
public class TestBind : PSCmdlet { $($properties -join "`n") }
"@
$counts = @{ bind = 0; nothing = 0; grant = $Grants; list = $Grants; publish = $Changes }

# The server's process: makes the lake, says where it listens, and ends with its input.
$serve = @"
Import-Module '$Module'
Connect-Lake -Local '{0}'
`$null = New-GlueDatabase sales
0..$($tables - 1) | ForEach-Object { New-GlueTable sales "table`$_" -Column 'id:int' } | Out-Null
{1}
`$server = Start-LakeServer -PassThru
[Console]::Out.WriteLine("`$(`$server.Uri) `$(`$server.AccessKey) `$(`$server.SecretKey | ConvertFrom-SecureString -AsPlainText)")
`$null = [Console]::In.ReadLine()
"@

# The client's: the same things that the Python file does.
$bodies = @{
    bind    = "Import-Module '$work/Bind.dll'; Import-Csv '$file' | Test-Bind; 0"
    nothing = '0'
    grant   = "Import-Csv '$file' | Grant-LakePermission; $Grants"
    list    = "(Get-LakePermission | Measure-Object).Count"
    publish = "(Publish-LakeDefinition '$definition' -JournalPath '$work/journal').Changes.Count"
}
$client = @"
`$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module '$Module'
Connect-Lake -EndpointUrl `$env:LAKE_ENDPOINT -AccessKey `$env:AWS_ACCESS_KEY_ID -SecretKey `$env:AWS_SECRET_ACCESS_KEY -Region us-east-1
`$count = & { {0} }
`$self = [Diagnostics.Process]::GetCurrentProcess()
[Console]::Out.WriteLine("{""Seconds"":`$(`$watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)),""PeakKB"":`$([long](`$self.PeakWorkingSet64 / 1KB)),""Count"":`$count}")
"@

function Start-Child([string] $Program, [string[]] $Arguments, [hashtable] $Environment = @{}) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    [System.Diagnostics.Process]::Start($start)
}

function Measure-Client([string] $Who, [string] $What) {
    $lake = Join-Path $work ([guid]::NewGuid().ToString('N'))
    $prepare = if ($What -eq 'list') { "Import-Csv '$file' | Grant-LakePermission" } else { '' }
    $server = Start-Child $Pwsh '-NoProfile', '-Command', ($serve.Replace('{0}', $lake).Replace('{1}', $prepare))
    try {
        $address, $key, $secret = $server.StandardOutput.ReadLine() -split ' '
        if ($address -notlike 'http://127.0.0.1:*') { throw "The server said '$address'." }
        $environment = @{ LAKE_ENDPOINT = $address; AWS_ACCESS_KEY_ID = $key; AWS_SECRET_ACCESS_KEY = $secret; AWS_DEFAULT_REGION = 'us-east-1' }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $process = if ($Who -eq 'boto3') { Start-Child $Python (Join-Path $PSScriptRoot 'permissions_boto3.py'), $What, $file, "$($counts[$What])" $environment }
        else { Start-Child $Pwsh '-NoProfile', '-Command', $client.Replace('{0}', $bodies[$What]) $environment }
        $text = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $whole = $watch.Elapsed.TotalSeconds
        if ($process.ExitCode) { throw "$Who $What ended with exit code $($process.ExitCode)." }
        $answer = $text | ConvertFrom-Json
        if ($What -ne 'nothing' -and $answer.Count -ne $counts[$What]) { throw "$Who $What counted $($answer.Count)." }
        [pscustomobject]@{ Who = $Who; What = $What; Whole = $whole; Seconds = $answer.Seconds; PeakMB = $answer.PeakKB / 1KB }
    }
    finally {
        $server.StandardInput.Close()
        $server.WaitForExit()
        Remove-Item $lake -Recurse -Force
    }
}

function Get-Median($Values) {
    $sorted = @($Values | Sort-Object)
    $sorted[[int][math]::Floor($sorted.Count / 2)]
}

try {
    $runs = foreach ($round in 1..$Rounds) {
        foreach ($what in 'nothing', 'grant', 'list', 'publish') {
            foreach ($who in 'boto3', 'LakeTools') { Measure-Client $who $what }
        }
        Measure-Client LakeTools bind
    }
    foreach ($what in 'nothing', 'bind', 'grant', 'list', 'publish') {
        $beside = if ($what -eq 'bind') { 'grant' } else { $what }
        $boto3 = @($runs | Where-Object { $_.Who -eq 'boto3' -and $_.What -eq $beside })
        $ours = @($runs | Where-Object { $_.Who -eq 'LakeTools' -and $_.What -eq $what })
        $whole = Get-Median $ours.Whole
        $inside = Get-Median $ours.Seconds
        $memory = Get-Median $ours.PeakMB
        [pscustomobject]@{
            What             = $what
            WholeSeconds     = [math]::Round($whole, 2)
            WholeRatio       = [math]::Round($whole / (Get-Median $boto3.Whole), 2)
            WithoutStartRatio = [math]::Round($inside / (Get-Median $boto3.Seconds), 2)
            PeakMB           = [int]$memory
            PeakRatio        = [math]::Round($memory / (Get-Median $boto3.PeakMB), 2)
        }
    }
}
finally {
    Remove-Item $work -Recurse -Force
}
