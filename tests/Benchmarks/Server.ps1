<#
.SYNOPSIS
Requests a second of the embedded lake's server beside moto's, in one run.
.DESCRIPTION
Each server in a process of its own with nothing else in it, in turn, medians of the rounds; the same signed requests from the same client (server_load.py): one secret, one table,
its grants, one object of 1 KB written over and over. moto keeps everything in memory and looks at no signature; the lake verifies each and
has each write on the disk. Needs a python3 with boto3 and moto's server (pip: moto[server]). Build as for Startup.ps1.
Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [double] $Seconds = 2,
    [int] $Rounds = 3,
    [string] $Python = 'python3',
    [string] $Moto = 'moto_server',
    [string] $Pwsh = (Join-Path $PSScriptRoot '../../out/pwsh/pwsh'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$load = Join-Path $PSScriptRoot 'server_load.py'
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-server-' + [guid]::NewGuid().ToString('N')))).FullName
$serve = @"
Import-Module '$Module'
`$server = Start-LakeServer -Local '$work/lakeROUND' -PassThru
`$server.Uri.AbsoluteUri
`$server.AccessKey
ConvertFrom-SecureString `$server.SecretKey -AsPlainText
[void][Console]::In.ReadLine()
"@

function Start-Server([string] $Program, [string[]] $Arguments) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program)
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $process.BeginErrorReadLine() # moto writes a line for each request, and waits where nobody reads it
    $process
}

function Measure-Server([string] $Uri, [string] $Access, [string] $Secret) {
    foreach ($line in & $Python $load $Uri $Access $Secret $Seconds) { $line | ConvertFrom-Json }
}

function Measure-Lake([int] $Round) {
    $script:lake = Start-Server $Pwsh @('-NoProfile', '-Command', $serve.Replace('ROUND', "$Round"))
    Measure-Server $lake.StandardOutput.ReadLine() $lake.StandardOutput.ReadLine() $lake.StandardOutput.ReadLine()
    $lake.Kill()
}

function Measure-Moto([int] $Round) {
    $port = 5000 + ($PID + $Round) % 1000
    $script:other = Start-Server $Moto @('-H', '127.0.0.1', '-p', "$port")
    foreach ($attempt in 1..100) {
        try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $port).Dispose(); break } catch { Start-Sleep -Milliseconds 100 }
    }
    Measure-Server "http://127.0.0.1:$port/" 'testing' 'testing'
    $other.Kill()
}

function Get-Median($Values) {
    $sorted = @($Values | Sort-Object)
    $sorted[[int][math]::Floor($sorted.Count / 2)]
}

try {
    $rows = foreach ($round in 1..$Rounds) {
        # In turn, so that a machine that speeds up or slows down does so for both.
        $ours = @(Measure-Lake $round)
        $theirs = @(Measure-Moto $round)
        foreach ($row in $ours) {
            $beside = $theirs | Where-Object { $_.operation -eq $row.operation -and $_.connections -eq $row.connections }
            [pscustomobject]@{
                Key = '{0}, {1}' -f $row.operation, $row.connections
                Rate = $row.rate
                Moto = $beside.rate
                Ratio = $row.rate / $beside.rate
                Failed = $row.failed + $beside.failed
            }
        }
    }
    foreach ($group in $rows | Group-Object Key) {
        [pscustomobject]@{
            Operation = $group.Name.Split(', ')[0]
            Connections = [int] $group.Name.Split(', ')[1]
            Rate = [math]::Round((Get-Median $group.Group.Rate))
            Moto = [math]::Round((Get-Median $group.Group.Moto))
            Ratio = [math]::Round((Get-Median $group.Group.Ratio), 1)
            Failed = ($group.Group.Failed | Measure-Object -Sum).Sum
        }
    }
}
finally {
    foreach ($process in $lake, $other) { if ($process -and -not $process.HasExited) { $process.Kill() } }
    Remove-Item $work -Recurse -Force
}
