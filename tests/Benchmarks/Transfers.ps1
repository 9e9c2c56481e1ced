<#
.SYNOPSIS
Sends and receives a large file, beside 'aws s3 cp', on the loopback server.
.DESCRIPTION
Whole processes in turn, each against a server of its own (Start-LakeServer in another process) with a fresh lake. 'nothing' is
a process that only starts; 'WithoutStart' is the time above it. A file of an eighth of the size shows whether memory grows with it.
Build as for Startup.ps1; the AWS CLI is Debian's package awscli. Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [int] $SizeMB = 512,
    [int] $Rounds = 3,
    [string] $Aws = '/usr/bin/aws',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-transfers-' + [guid]::NewGuid().ToString('N')))).FullName

function New-RandomFile([string] $Path, [int] $MB) {
    $random = [System.Random]::new(1)
    $block = [byte[]]::new(1MB)
    $file = [System.IO.File]::Create($Path)
    foreach ($number in 1..$MB) {
        $random.NextBytes($block)
        $file.Write($block, 0, $block.Length)
    }
    $file.Dispose()
}

# The server's process: makes the lake, says where it listens, and ends with its input.
$serve = @"
Import-Module '$Module'
Connect-Lake -Local '{0}'
`$null = New-LakeBucket transfers
if ('{1}') { Send-LakeObject '{1}' s3://transfers/ }
`$server = Start-LakeServer -PassThru
[Console]::Out.WriteLine("`$(`$server.Uri) `$(`$server.AccessKey) `$(`$server.SecretKey | ConvertFrom-SecureString -AsPlainText)")
`$null = [Console]::In.ReadLine()
"@
$connect = "Import-Module '$Module'; Connect-Lake -EndpointUrl `$env:LAKE_ENDPOINT -AccessKey `$env:AWS_ACCESS_KEY_ID -SecretKey `$env:AWS_SECRET_ACCESS_KEY -Region us-east-1; "

function Start-Child([string] $Program, [string[]] $Arguments, [hashtable] $Environment = @{}) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    [System.Diagnostics.Process]::Start($start)
}

function Measure-Client([string] $Who, [string] $What, [string] $File) {
    $name = Split-Path $File -Leaf
    $lake = Join-Path $work ([guid]::NewGuid().ToString('N'))
    $got = Join-Path $work 'got.bin'
    $stored = if ($What -eq 'receive') { $File } else { '' }
    $server = Start-Child $Pwsh '-NoProfile', '-Command', ($serve.Replace('{0}', $lake).Replace('{1}', $stored))
    try {
        $address, $key, $secret = $server.StandardOutput.ReadLine() -split ' '
        if ($address -notlike 'http://127.0.0.1:*') { throw "The server said '$address'." }
        $environment = @{ LAKE_ENDPOINT = $address; AWS_ACCESS_KEY_ID = $key; AWS_SECRET_ACCESS_KEY = $secret; AWS_DEFAULT_REGION = 'us-east-1' }
        $program, $arguments = if ($Who -eq 'aws') {
            $Aws
            switch ($What) {
                'nothing' { , @('--version') }
                'send' { , @('s3', 'cp', $File, "s3://transfers/$name", '--endpoint-url', $address, '--only-show-errors') }
                'receive' { , @('s3', 'cp', "s3://transfers/$name", $got, '--endpoint-url', $address, '--only-show-errors') }
            }
        }
        else {
            $Pwsh
            $body = switch ($What) {
                'nothing' { '0' }
                'send' { "Send-LakeObject '$File' s3://transfers/" }
                'receive' { "Receive-LakeObject s3://transfers/$name '$got'" }
            }
            , @('-NoProfile', '-Command', "$connect$body")
        }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $process = Start-Child $program $arguments $environment
        $peak = 0.0
        $cpu = 0.0
        while (-not $process.WaitForExit(20)) {
            try {
                $process.Refresh()
                $peak = [math]::Max($peak, $process.PeakWorkingSet64)
                $cpu = [math]::Max($cpu, $process.TotalProcessorTime.TotalSeconds)
            }
            catch { Write-Debug "It ended meanwhile: $_" }
        }
        $seconds = $watch.Elapsed.TotalSeconds
        if ($process.ExitCode) { throw "$Who $What ended with exit code $($process.ExitCode): $($process.StandardOutput.ReadToEnd())" }
        if ($What -eq 'receive') {
            if ((Get-FileHash $got).Hash -ne (Get-FileHash $File).Hash) { throw "$Who received something else." }
            Remove-Item $got
        }
        [pscustomobject]@{ Who = $Who; What = "$What $name"; Seconds = $seconds; Cpu = $cpu; PeakMB = $peak / 1MB }
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
    $large = Join-Path $work 'large'
    $small = Join-Path $work 'small'
    New-RandomFile $large $SizeMB
    New-RandomFile $small ($SizeMB / 8)
    $kinds = @(@('nothing', $small), @('send', $small), @('send', $large), @('receive', $small), @('receive', $large))
    $runs = foreach ($round in 1..$Rounds) {
        foreach ($kind in $kinds) {
            foreach ($who in 'aws', 'LakeTools') { Measure-Client $who $kind[0] $kind[1] }
        }
    }
    $medians = @{}
    foreach ($group in $runs | Group-Object Who, What) {
        $medians[$group.Name] = [pscustomobject]@{
            Seconds = Get-Median $group.Group.Seconds; Cpu = Get-Median $group.Group.Cpu; PeakMB = Get-Median $group.Group.PeakMB
        }
    }
    foreach ($kind in $kinds) {
        $what = "$($kind[0]) $(Split-Path $kind[1] -Leaf)"
        $ours = $medians["LakeTools, $what"]
        $theirs = $medians["aws, $what"]
        $oursAbove = $ours.Seconds - $medians['LakeTools, nothing small'].Seconds
        $theirsAbove = $theirs.Seconds - $medians['aws, nothing small'].Seconds
        [pscustomobject]@{
            What              = $what
            Seconds           = [math]::Round($ours.Seconds, 2)
            AwsSeconds        = [math]::Round($theirs.Seconds, 2)
            TimeRatio         = [math]::Round($ours.Seconds / $theirs.Seconds, 2)
            WithoutStartRatio = if ($kind[0] -ne 'nothing') { [math]::Round($oursAbove / $theirsAbove, 2) }
            CpuRatio          = [math]::Round($ours.Cpu / $theirs.Cpu, 2)
            PeakMB            = [int]$ours.PeakMB
            AwsPeakMB         = [int]$theirs.PeakMB
            PeakRatio         = [math]::Round($ours.PeakMB / $theirs.PeakMB, 2)
        }
    }
}
finally {
    Remove-Item $work -Recurse -Force
}
