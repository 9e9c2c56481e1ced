BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $id = 'Cmdlets.Permissions.GetLakeTemporaryCredentialCommand'
    function PlainOf($secure) { [System.Net.NetworkCredential]::new('', $secure).Password }
}

AfterAll { Disconnect-Lake }

Describe 'Get-LakeTemporaryCredential' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $admin = Connect-Lake -Local $folder -PassThru
        New-LakeBucket sales-lake | Out-Null
        Set-Content (Join-Path $TestDrive one.csv) '1,a'
        foreach ($key in 'orders/day=1/a.csv', 'orders/day=2/a.csv', 'other/a.csv') { Send-LakeObject (Join-Path $TestDrive one.csv) "s3://sales-lake/$key" }
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'name:string' -PartitionKey 'day:string' -Location s3://sales-lake/orders/ -Format Csv | Out-Null
        New-GluePartition sales orders -Value 1 -Location s3://sales-lake/orders/day=1/ | Out-Null
        Register-LakeLocation s3://sales-lake/ -UseServiceLinkedRole
        Set-LakeSetting -AllowFullTableExternalDataAccess
        $analyst = Connect-Lake -Local $folder -As role/analyst -PassThru
    }

    It 'opens the table, and nothing else, for Connect-Lake' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        Get-LakeTemporaryCredential sales orders | Connect-Lake
        (Get-LakeConnection).LocalPath | Should -Be $folder
        (Get-LakeObject s3://sales-lake/orders/).Key | Should -Be 'orders/day=1/a.csv', 'orders/day=2/a.csv'
        Receive-LakeObject s3://sales-lake/orders/day=1/a.csv (Join-Path $TestDrive got.csv) -ErrorAction Stop
        { Get-LakeObject s3://sales-lake/other/ -ErrorAction Stop } | Should -Throw
        { Send-LakeObject (Join-Path $TestDrive one.csv) s3://sales-lake/orders/day=1/b.csv -ErrorAction Stop } | Should -Throw
        { Get-GlueTable sales orders -ErrorAction Stop } | Should -Throw
    }

    It 'writes with INSERT' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission INSERT -Connection $admin
        $data = Get-LakeTemporaryCredential sales orders -Permission INSERT | Connect-Lake -PassThru
        Send-LakeObject (Join-Path $TestDrive one.csv) s3://sales-lake/orders/day=1/b.csv -Connection $data -ErrorAction Stop
    }

    It 'opens one partition' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        $credential = Get-GluePartition sales orders | Get-LakeTemporaryCredential -DurationSeconds 900
        $credential.Path | Should -Be 's3://sales-lake/orders/day=1/'
        $data = $credential | Connect-Lake -PassThru
        Receive-LakeObject s3://sales-lake/orders/day=1/a.csv (Join-Path $TestDrive day.csv) -Connection $data -ErrorAction Stop
        { Receive-LakeObject s3://sales-lake/orders/day=2/a.csv (Join-Path $TestDrive day2.csv) -Connection $data -ErrorAction Stop } | Should -Throw
    }

    It 'opens a table or a path where the settings allow it' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        Set-LakeSetting -AllowFullTableExternalDataAccess:$false -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
        (Import-LakeData -DatabaseName sales -TableName orders).name | Should -Be 'a' # what LakeTools reads itself needs no setting
        { Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
        Set-LakeSetting -AllowFullTableExternalDataAccess -Connection $admin
        $credential = Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1
        $credential.Scope | Should -Be Read
        $credential.Path | Should -Be 's3://sales-lake/orders/day=1/'
        { Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1 -Scope ReadWrite -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
    }

    It 'shows no key' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        $credential = Get-LakeTemporaryCredential sales orders
        $credential.SecretKey | Should -BeOfType ([securestring])
        $secrets = (PlainOf $credential.SecretKey), (PlainOf $credential.SessionToken)
        $file = Join-Path $TestDrive credential.xml
        $credential | Export-Clixml $file
        $shown = "$credential", ($credential | Out-String), ($credential | Format-List * | Out-String), ($credential | ConvertTo-Json), ($credential | ConvertTo-Csv | Out-String), (Get-Content $file -Raw)
        foreach ($secret in $secrets) {
            $secret.Length | Should -BeGreaterThan 10
            $hex = [System.BitConverter]::ToString([System.Text.Encoding]::Unicode.GetBytes($secret)).Replace('-', '')
            foreach ($text in $shown) {
                $text.Contains($secret) | Should -BeFalse
                $text.ToUpperInvariant().Contains($hex) | Should -BeFalse
            }
        }
    }

    It 'refuses who may see some columns only' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -ColumnName id -Permission SELECT -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.CredentialsNeedWholeTable,LakeTools.$id"
    }

    It 'vends in a hybrid location to who is opted in' {
        Unregister-LakeLocation s3://sales-lake/ -Connection $admin -Confirm:$false
        Register-LakeLocation s3://sales-lake/ -UseServiceLinkedRole -HybridAccess -Connection $admin
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.CredentialsNotVended,LakeTools.$id"
        New-LakeOptIn role/analyst -DatabaseName sales -TableName orders -Connection $admin | Out-Null
        (Get-LakeTemporaryCredential sales orders -ErrorAction Stop).Path | Should -Be 's3://sales-lake/orders/'
    }

    It 'refuses durations out of bounds and unknown permissions' {
        { Get-LakeTemporaryCredential sales orders -DurationSeconds 899 } | Should -Throw -ErrorId "ParameterArgumentValidationError,LakeTools.$id"
        { Get-LakeTemporaryCredential sales orders -Permission WRITE } | Should -Throw -ErrorId "ParameterArgumentValidationError,LakeTools.$id"
    }
}
