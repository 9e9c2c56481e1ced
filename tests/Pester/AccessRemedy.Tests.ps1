# The error of a denied access names the permission that is missing: after the command that it shows, the same command succeeds.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $folder = Join-Path $TestDrive lake
    $lake = Connect-Lake -Local $folder -PassThru -NoDefault
    $null = New-LakeBucket remedies -Connection $lake
    $null = New-GlueDatabase sales -LocationUri s3://remedies/sales/ -TableDefaultPermission None -Connection $lake
    Register-LakeLocation s3://remedies/sales/ -UseServiceLinkedRole -Connection $lake
    foreach ($table in 'orders', 'plain', 'filled', 'old') {
        $null = New-GlueTable sales $table -Column id:int -PartitionKey d:string -Location "s3://remedies/sales/$table/" -Connection $lake
    }
    @{ id = 1; d = 'a' } | Export-LakeData -DatabaseName sales -TableName orders -Connection $lake
}

AfterAll { Disconnect-Lake }

Describe 'An error of a denied access' {
    It 'shows the command for <what>' -ForEach @(
        @{ what = 'a new database'; do = { New-GlueDatabase made } }
        @{ what = 'a new table'; do = { New-GlueTable sales made -Column id:int } }
        @{ what = 'a database to change'; do = { Set-GlueDatabase sales -Description x } }
        @{ what = 'a table to read'; do = { Get-GlueTable sales plain } }
        @{ what = 'a table to change'; do = { Set-GlueTable sales orders -Description x } }
        @{ what = 'a partition to add'; do = { New-GluePartition sales orders b } }
        @{ what = 'rows to read'; do = { Import-LakeData -DatabaseName sales -TableName orders } }
        @{ what = 'rows to write'; do = { @{ id = 1; d = 'a' } | Export-LakeData -DatabaseName sales -TableName filled } }
        @{ what = 'a table to remove'; do = { Remove-GlueTable sales old -Confirm:$false } }
        @{ what = 'a location'; do = { Set-GlueTable sales plain -Location s3://remedies/sales/other/ } }
    ) {
        $role = "role/r$([guid]::NewGuid().ToString('n'))"
        Connect-Lake -Local $folder -As $role
        $ErrorActionPreference = 'Stop'
        $granted = for ($try = 0; $try -lt 4; $try++) {
            try {
                $null = & $do 3>$null
                break
            }
            catch {
                $_.FullyQualifiedErrorId | Should -Match '^LakeTools\.(AccessDenied|DatabaseAccessDenied|TableAccessDenied),'
                "$_" | Should -Match 'Grant-LakePermission -Principal role/name '
                $command = ("$_" -replace '(?s)^.*(?=Grant-LakePermission)').TrimEnd('.').Replace('role/name', $role)
                $null = [scriptblock]::Create("$command -Connection `$lake -PassThru").Invoke()
                $command
            }
        }
        $try | Should -BeLessThan 4
        $granted | Should -Not -BeNullOrEmpty
        # No more than what was denied: the rows of a table that is only changed stay hidden.
        if ($what -in 'a table to change', 'a partition to add', 'a table to read', 'a table to remove') { $granted | Should -Not -Match SELECT }
    }

    It 'sends nobody to Lake Formation if IAM denies' {
        $failure = { Get-LakeOptIn -Connection (Connect-Lake -Local $folder -As role/stranger -PassThru -NoDefault) -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.AccessDenied,*' -PassThru
        "$failure" | Should -Not -Match Grant-LakePermission
    }
}
